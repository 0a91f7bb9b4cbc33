"""List the words that sites print around their articles, by the sort of boilerplate that they belong to.

The lists are our own reading of what news sites and blogs print, in English, with the commonest German, French,
Spanish, Italian and Portuguese words. Entries are parted by bars, written in small letters and without marks at their
ends.
"""

from __future__ import annotations


def _split(text: str) -> frozenset[str]:
    return frozenset(" ".join(entry.split()) for entry in text.split("|"))


MENU = _split(
    """
    home | homepage | menu | main menu | navigation | main navigation | search | search for | search the site |
    search this site | search our site | close | close menu | close search | open menu | open search | toggle
    navigation | toggle menu | toggle search | skip to content | skip to main content | skip to navigation |
    skip navigation | skip to the content | skip to footer | jump to content | log in | login | log out | logout
    | log in / join | login / register | sign in | sign out | sign up | register | register now | join | join us
    | join now | my account | account | your account | my profile | profile | settings | account settings |
    saved articles | subscribe | subscribe now | subscribe today | subscriptions | subscription | manage
    subscription | become a member | become a subscriber | membership | donate | donate now | support us |
    contribute | contact | contact us | about | about us | advertise | advertise with us | advertising | careers
    | jobs | write for us | newsletter | newsletters | sections | all sections | topics | categories | archive |
    archives | latest | latest news | breaking news | hot news | top stories | live tv | watch live | live |
    video | videos | photos | podcasts | edition | change edition | dark mode | light mode | more | more news |
    show more | load more | see more | see all | view all | read more | read full story | continue reading | go
    back | back | back to top | back to home | return to top | scroll to top | next | previous | prev | previous
    next | prev next | next article | previous article | next post | previous post | next story | forum | forums
    | shop | store | you are at | you are here | type to search | select page | select language | language |
    choose language | english | deutsch | français | español | faqs | startseite | suche | anmelden | abmelden |
    registrieren | menü | mein konto | abo | abonnieren | zum inhalt springen | kontakt | über uns | accueil |
    rechercher | recherche | connexion | se connecter | s'abonner | inicio | buscar | iniciar sesión |
    suscríbete | suscribirse | front page | alerts | e-paper | epaper | abonnez-vous | s'inscrire | mon compte |
    contactez-nous | qui sommes-nous | portada | iniciar sesión | regístrate | newsletter abonnieren | merkliste |
    jetzt abonnieren | iscriviti | accedi | abbonati | cerca | entrar | assine | buscar | pesquisar
    | zum archiv | aux archives | all'archivio | zur startseite | hauptmenü | navigation überspringen |
    zum hauptinhalt springen | zur navigation springen |
    zum inhalt | menü öffnen | menü schließen | suche öffnen | suchen | einloggen | login/registrieren | ausloggen |
    newsletter anmelden | newsletter bestellen | mehr laden | mehr anzeigen | alle anzeigen | weiterlesen | mehr
    lesen | nach oben | zum seitenanfang | zurück zur startseite | zurück zur übersicht | seite wählen | themen |
    archiv | aller au contenu | aller au contenu principal | menu principal | se déconnecter | déconnexion | créer
    un compte | je m'abonne | abonnement | afficher plus | voir plus | voir tout | lire la suite | lire plus |
    retour en haut | haut de page | retour à l'accueil | rubriques | toutes les rubriques | saltar al contenido | ir
    al contenido | ir al contenido principal | menú | menú principal | acceder | cerrar sesión | registrarse | mi
    cuenta | suscripción | ver más | ver todo | leer más | seguir leyendo | mostrar más | cargar más | volver arriba
    | volver al inicio | boletines | hemeroteca | secciones | vai al contenuto | salta al contenuto | vai al
    contenuto principale | menu principale | esci | registrati | il mio account | abbonamenti | mostra altro | vedi
    tutti | leggi tutto | continua a leggere | leggi di più | carica altro | torna su | torna all'inizio | torna
    alla home | sezioni | ir para o conteúdo | ir para o conteúdo principal | pular para o conteúdo | entre | sair |
    cadastre-se | minha conta | assinar | assinaturas | ver mais | ver tudo | leia mais | continue lendo | continuar
    lendo | mostrar mais | carregar mais | voltar ao topo | voltar ao início | editorias | seções
    """
)
SHARE = _split(
    """
    gift article | gift this article | artikel verschenken | verschenken | beitrag verschenken | offrir cet article |
    offrir l'article | regala este artículo | regalar artículo | regala l'articolo | presentear artigo |
    share | share this | share this article | share this story | share this post | share this page | share this
    on | share article | share story | share post | share on | share it | share via | share with | share on
    facebook | share on twitter | share on x | share on linkedin | share on pinterest | share on reddit | share
    on tumblr | share on whatsapp | share on email | share on google+ | share on vk | share by mail | share by
    email | share via email | share to facebook | share to twitter | share options | show more sharing options |
    close extra sharing options | more sharing | more sharing options | total shares | shares | facebook |
    twitter | x | instagram | linkedin | pinterest | whatsapp | telegram | reddit | tumblr | flipboard | pocket
    | buffer | email | e-mail | mail | messenger | youtube | tiktok | rss | rss feed | google+ | google plus |
    snapchat | viber | line | vk | xing | mix | digg | stumbleupon | threads | bluesky | mastodon | sms | tweet
    | tweet this | pin | pin it | post | print | print this | print article | print this article | print page |
    printer friendly | save | save article | save for later | bookmark | bookmark this | copy | copy link | copy
    url | copy the link | copied | link copied | link copied! | copy link to clipboard | email this | email
    article | email this article | send | send by email | like | like this | like loading | like us on facebook
    | like us | follow | follow us | follow us on | follow me | follow us on facebook | follow us on twitter |
    follow us on instagram | follow us on google news | following | unfollow | listen | listen to this article |
    listen to article | listen to this story | gift article | gift this article | resize | text size | font size
    | a a a | reprints | republish | add to favorites | teilen | drucken | merken | kopieren | auf facebook
    teilen | auf twitter teilen | per e-mail teilen | link kopieren | partager | partager sur facebook |
    imprimer | compartir | guardar | imprimir | aa | sur facebook | sur twitter | sur x | sur whatsapp | sur linkedin
    | par e-mail | par mail | envoyer par e-mail | envoyer | copier le lien | en facebook | en whatsapp | en twitter |
    en x | compartir en facebook | compartir en whatsapp | compartir en x | compartir en twitter | copiar enlace |
    enviar por correo | condividi | condividi su facebook | stampa | copia link | compartilhar | copiar link |
    per e-mail | per mail | auf whatsapp teilen | senden | weiterleiten | vorlesen | pin it | whatsapp teilen
    | artikel teilen | beitrag teilen | jetzt teilen | seite drucken | artikel drucken | artikel merken | artikel
    anhören | artikel vorlesen lassen | per whatsapp teilen | auf x teilen | auf linkedin teilen | folgen | folgen
    sie uns | folgen sie uns auf | link in die zwischenablage kopieren | partager l'article | partager cet article |
    partager sur twitter | partager sur x | partager sur linkedin | partager sur whatsapp | partager par e-mail |
    envoyer par mail | enregistrer | écouter l'article | écouter cet article | lien copié | suivez-nous |
    suivez-nous sur | offrir cet article | compartir este artículo | compartir artículo | compartir por correo |
    compartir por whatsapp | compartir en linkedin | copiar el enlace | enlace copiado | escuchar | escuchar este
    artículo | escuchar artículo | síguenos | síguenos en | síganos en | enviar por email | guardar artículo |
    condividi l'articolo | condividi questo articolo | condividi su x | condividi su twitter | condividi su whatsapp
    | condividi su linkedin | invia per email | copia il link | link copiato | ascolta | ascolta l'articolo | salva
    | salva articolo | seguici | seguici su | seguici su facebook | compartilhe | compartilhe esta notícia |
    compartilhar no facebook | compartilhar no whatsapp | compartilhar no twitter | compartilhar no x | partilhar |
    partilhar artigo | copiar o link | link copiado | enviar por e-mail | ouvir | ouvir a matéria | ouvir artigo |
    salvar | siga-nos | siga-nos no | siga-nos no google news
    """
)
COMMENTS = _split(
    """
    write to the editor | write a letter to the editor | send a letter to the editor | letters to the editor |
    leserbrief schreiben | leserbriefe schreiben | écrire à la rédaction | réagir à cet article | cartas al director |
    escribe al director | scrivi alla redazione | lettere al direttore | escreva para a redação | cartas ao diretor |
    comment | comments | no comments | no comments yet | leave a comment | leave a reply | leave your comment |
    leave comment | leave a comment cancel reply | leave a reply cancel reply | post a comment | post comment |
    post your comment | add a comment | add comment | add your comment | write a comment | write a reply |
    submit a comment | submit comment | cancel reply | view comments | view all comments | show comments | hide
    comments | read comments | see comments | load comments | load more comments | join the conversation | join
    the discussion | start the conversation | start the discussion | conversation | discussion | be the first to
    comment | reader comments | readers' comments | your comment | comments are closed | comments closed |
    comments off | share your thoughts | what do you think | have your say | reply | replies | your email
    address will not be published | your email address will not be published required fields are marked | report
    this comment | report comment | facebook comments | kommentare | kommentar | kommentar schreiben | kommentar
    verfassen | kommentar hinterlassen | kommentieren | schreibe einen kommentar | hinterlasse einen kommentar |
    einen kommentar schreiben | antworten | antwort hinterlassen | commentaires | laisser un commentaire |
    comentarios | deja un comentario | deja una respuesta
    | alle kommentare anzeigen | kommentare anzeigen | kommentare laden | keine kommentare | jetzt kommentieren |
    diskutieren sie mit | kommentieren sie diesen artikel | die kommentarfunktion ist geschlossen | ihre meinung |
    ihre e-mail-adresse wird nicht veröffentlicht | deine e-mail-adresse wird nicht veröffentlicht | commenter |
    réagir | réagissez | ajouter un commentaire | poster un commentaire | aucun commentaire | voir les commentaires
    | voir tous les commentaires | les commentaires sont fermés | laisser une réponse | votre adresse e-mail ne sera
    pas publiée | comentar | ver comentarios | dejar un comentario | escribe un comentario | sin comentarios |
    añadir comentario | los comentarios están cerrados | tu dirección de correo electrónico no será publicada |
    commenti | commenta | lascia un commento | scrivi un commento | nessun commento | vedi tutti i commenti | il tuo
    indirizzo email non sarà pubblicato | comentários | deixe um comentário | deixe uma resposta | deixe o seu
    comentário | nenhum comentário | ver comentários | o seu endereço de e-mail não será publicado
    """
)
RELATED = _split(
    """
    related | related articles | related article | related stories | related story | related posts | related
    post | related news | related content | related coverage | related topics | related topic | related links |
    related reading | related items | related videos | related video | read next | up next | next up | you may
    like | you may also like | you may also enjoy | you might like | you might also like | you might be
    interested in | you may be interested in | also read | also on | see also | read also | read this next |
    what to read next | more stories | more articles | more posts | more like this | more on this | more on this
    story | more on this topic | more in this section | more from this section | more from author | more from
    the author | more from this author | more by this author | more coverage | more news | more to read | more
    top stories | most read | most popular | most viewed | most shared | most commented | most recent | most
    watched | most popular today | popular | popular posts | popular articles | popular stories | popular now |
    trending | trending now | trending stories | top stories | top news | top articles | top picks | editors'
    picks | editor's picks | editors' choice | editor's choice | editor's pick | editors picks | editors pick |
    must read | must reads | don't miss | dont miss | recommended | recommended for you | recommended reading |
    recommended articles | recommended stories | suggested | suggested for you | suggested reading | featured |
    featured posts | featured stories | recent | recent posts | recent articles | recent news | recent stories |
    recent comments | latest posts | latest articles | latest stories | latest videos | latest updates | the
    latest | from the web | around the web | from around the web | promoted | promoted content | promoted
    stories | sponsored content | sponsored stories | paid content | upcoming events | in this section | other
    news | other stories | other articles | in other news | keep reading | further reading | explore more |
    discover more | previous post next post | ähnliche artikel | ähnliche beiträge | verwandte artikel | ähnliche
    nachrichten |
    verwandte beiträge | weitere artikel | weitere beiträge | weitere themen | mehr zum thema | mehr vom autor |
    mehr zu diesem thema | lesen sie auch | lesen sie mehr | auch interessant | das könnte sie auch
    interessieren | das könnte dich auch interessieren | meistgelesen | neueste beiträge | letzte beiträge |
    neueste artikel | à lire aussi | lire aussi | articles similaires | articles liés | te puede interesar | lea
    también | artículos relacionados | noticias relacionadas
    | lesen sie dazu | mehr aus | mehr dazu | mehr artikel | mehr nachrichten | mehr aus der
    rubrik | aktuelle artikel | aktuelle nachrichten | das könnte sie interessieren | dies könnte sie auch
    interessieren | passend zum thema | zum thema | meistgelesene artikel | am meisten gelesen | beliebte artikel |
    beliebte beiträge | empfohlene artikel | unsere empfehlungen | top-themen | verwandte themen | weitere
    nachrichten | weitere meldungen | à lire également | lire également | voir aussi | sur le même sujet | sur le
    même thème | dans la même rubrique | les plus lus | articles les plus lus | articles recommandés | nos
    recommandations | à ne pas manquer | derniers articles | vous aimerez aussi | cela pourrait vous intéresser |
    plus d'articles | también te puede interesar | te recomendamos | le puede interesar | lo más leído | lo más
    visto | más leídas | las más leídas | más noticias | más información | leer también | lee también | lea además |
    ver también | últimas noticias | artículos recomendados | sobre el mismo tema | en esta noticia | leggi anche |
    ti potrebbe interessare | potrebbe interessarti | potrebbero interessarti | articoli correlati | articoli simili
    | notizie correlate | i più letti | più letti | le più lette | ultime notizie | altre notizie | consigliati |
    sullo stesso argomento | da non perdere | leia também | leia ainda | veja também | saiba mais | artigos
    relacionados | notícias relacionadas | conteúdo relacionado | mais lidas | as mais lidas | mais lidos | últimas
    notícias | mais notícias | pode interessar | também poderá gostar | recomendados | recomendado para você
    """
)
ADVERTISEMENT = _split(
    """
    advertisement | advertisements | advertisment | advertising | ad | ads | ad feedback | video ad feedback |
    advertisement - continue reading below | advertisement continue reading below | article continues below |
    article continues below advertisement | article continues after advertisement | article continues after this
    advertisement | story continues below advertisement | story continues below | story continues | story
    continues after advertisement | continue reading below | report this ad | report ad | remove ads | ads by
    google | skip ad | sponsored | sponsored links | anzeige | werbung | publicité | publicidad
    | gesponsert | gesponserter inhalt | anzeigen | weiterlesen nach der anzeige | nach der werbung weiterlesen |
    werbung ausblenden | annonce | annonces | contenu sponsorisé | la suite après la publicité | la suite de votre
    contenu après cette annonce | publicités | anuncio | anuncios | continúa leyendo tras el anuncio | pubblicità |
    annuncio | annunci | continua dopo la pubblicità | publicidade | anúncio | anúncios | continua após a
    publicidade | continua depois da publicidade
    """
)
FOOTER = _split(
    """
    privacy | privacy policy | privacy notice | privacy statement | privacy settings | privacy center | terms |
    terms of use | term of use | terms of service | terms and conditions | terms & conditions | terms of use
    privacy policy | terms of use privacy | cookies | cookie policy | cookie settings | cookie preferences |
    manage cookies | manage preferences | accept | accept all | accept cookies | accept all cookies | reject all
    | i accept | i agree | got it | do not sell my personal information | do not sell my info | do not sell or
    share my personal information | your privacy choices | your ad choices | ad choices | adchoices |
    accessibility | accessibility statement | accessibility help | legal | legal notice | imprint | disclaimer |
    copyright | all rights reserved | sitemap | site map | editorial policy | editorial guidelines | editorial
    standards | ethics policy | corrections policy | corrections | complaints | feedback | send feedback | help
    | help center | help centre | support | rss feeds | media kit | press | press room | impressum | datenschutz
    | datenschutzerklärung | nutzungsbedingungen | agb | mediadaten | cookie-einstellungen | mentions légales |
    politique de confidentialité | aviso legal | política de privacidad | gestion des cookies | gérer les cookies |
    conditions générales | conditions d'utilisation | cgu | cgv | plan du site | política de cookies | normas de la
    comunidad | condiciones de uso | términos y condiciones | quiénes somos | contacto | netiquette | widerruf |
    barrierefreiheit | privatsphäre | cookies verwalten | note legali | informativa sulla privacy | cookie policy |
    termos de uso | política de privacidade | about us | community guidelines | house rules
    | alle akzeptieren | alle cookies akzeptieren | akzeptieren | ablehnen | alle ablehnen | einstellungen |
    einstellungen speichern | auswahl speichern | datenschutzhinweise | datenschutz-einstellungen |
    cookie-richtlinie | cookies akzeptieren | zustimmen | kontakt & impressum | alle rechte vorbehalten | tout
    accepter | accepter | accepter et fermer | accepter les cookies | tout refuser | refuser | continuer sans
    accepter | paramétrer les cookies | paramètres des cookies | politique de cookies | données personnelles | tous
    droits réservés | crédits | aide | aceptar | aceptar todo | aceptar todas | aceptar y cerrar | aceptar cookies |
    rechazar | rechazar todo | configurar cookies | configuración de cookies | gestionar cookies | política de
    privacidad y cookies | todos los derechos reservados | términos de uso | ayuda | protección de datos | accetta |
    accetta tutto | accetta tutti | accetta i cookie | accetta e chiudi | rifiuta | rifiuta tutto | continua senza
    accettare | gestisci cookie | impostazioni cookie | preferenze cookie | privacy e cookie | termini e condizioni
    | termini di utilizzo | tutti i diritti riservati | contatti | chi siamo | aiuto | aceitar | aceitar todos |
    aceitar tudo | aceitar cookies | rejeitar | rejeitar todos | recusar | definições de cookies | configurações de
    cookies | preferências de cookies | termos e condições | termos de serviço | todos os direitos reservados | quem
    somos | fale conosco | expediente | ficha técnica do site | ajuda
    """
)
OTHER = _split(
    """
    tags | tag | topics in this article | filed under | posted in | in this article | in this story | table of
    contents | contents | hide caption | show caption | toggle caption | enlarge this image | enlarge image |
    view gallery | view slideshow | view image | view comments | image | photo | photo gallery | gallery | play
    | play video | pause | watch | watch video | now playing | loading | loading... | this video is unavailable
    | view author publications | view all posts | view all posts by | view profile | view bio | about the author
    | about the authors | about author | author | advertisement feedback | please try again | please enter a
    valid email address | thank you for subscribing | you're in | no thanks | not now | maybe later | email
    address | your email | your email address | enter your email | enter your email address | your name | name |
    website | submit | username | password | remember me | forgot password | forgot your password | forgot your
    password? get help | lost your password | ihre e-mail-adresse | ihr passwort | ihr benutzername | passwort
    vergessen | schlagwörter | video player is loading | fullscreen | full screen | mute | unmute | captions | subtitles
    | bild vergrößern | bildergalerie | zur bildergalerie | bilderstrecke | fotostrecke | video abspielen |
    inhaltsverzeichnis | themen in diesem artikel | mehr zum autor | über den autor | über die autorin | alle
    artikel des autors | e-mail-adresse | passwort | absenden | agrandir l'image | diaporama | sommaire | table des
    matières | mots-clés | à propos de l'auteur | mot de passe | mot de passe oublié | adresse e-mail | envoyer |
    ampliar imagen | galería de imágenes | fotogalería | etiquetas | índice | sobre el autor | contraseña | correo
    electrónico | enviar | ingrandisci immagine | fotogalleria | galleria fotografica | indice | sull'autore |
    informazioni sull'autore | indirizzo email | invia | ampliar imagem | galeria de imagens | galeria de fotos |
    sobre o autor | sobre a autora | senha | palavra-passe | endereço de e-mail
    """
)
SECTION_WORDS = _split(
    """
    home | news | world | local | national | international | politics | business | economy | finance | money |
    markets | tech | technology | science | health | sport | sports | football | cricket | entertainment |
    lifestyle | life | culture | arts | travel | food | opinion | opinions | video | videos | photos | weather |
    education | automobile | auto | cars | jobs | careers | about | about us | contact | contact us | advertise
    | adsense | disclaimer | privacy | privacy policy | terms | terms of use | terms of service | sitemap |
    archive | archives | subscribe | newsletter | newsletters | login | log in | sign in | register | search |
    menu | more | help | faq | shop | events | obituaries | podcasts | magazine | features | reviews | games |
    puzzles | india | us | uk | europe | africa | asia | cookie policy | accessibility | press | blog | forum |
    live | latest | hot news | top stories | investigations | audio | editorial | environment | climate | crime
    | property | motoring | style | fashion | beauty | astrology | gadgets | bollywood | region | regional | traffic |
    classifieds | books | stage | art | music | film | theatre | results | watch | listen | travel | community |
    politik | wirtschaft | kultur | panorama | wissen | gesundheit | gesellschaft | lokales | meinung | reise |
    reisen | digital | netzwelt | feuilleton | verbraucher | ratgeber | wetter | stellen | politique | société |
    économie | monde |
    sciences | santé | faits divers | planète | idées | débats | régions | política | sociedad | economía | cultura |
    deportes | internacional | nacional | ciencia | salud | opinión | sucesos | politica | cronaca | economia | esteri |
    trailers | streaming | festivals | awards | phones | laptops | wearables | deals | how-to | tv | celebrity | recipes
    | rankings | fixtures | scores | tickets | live-ticker | liveticker | tabelle | tabellen | vereine | spielplan |
    ergebnisse | streams | rezepte | mobilität | bildung | immobilien | karriere | classement | calendrier | recettes |
    immobilier | résultats | clasificación | calendario | recetas | empleo | classifica | ricette | motori | viaggi |
    receitas | tecnologia |
    spettacoli | salute | esportes | mundo | saúde | brasil | cotidiano
    """
)
