"""Words of medicine that several patterns are made of; our own reading of health copy."""

from __future__ import annotations

# What people fall ill with or die of; words that are much else, such as “cold”, stand in longer names.
ILLNESS = (
    r"(?:cancers?|tumou?rs?|leuka?emia|lymphoma|melanoma|strokes?|heart[ ](?:attacks?|disease|failure|problems?"
    r"|trouble)"
    r"|cardiovascular[ ]disease|dementia|alzheimer(?:[’']?s)?|parkinson(?:[’']?s)?|diabetes|asthma|depression"
    r"|anxiety"
    r"|arthritis|rheumatism|eczema|psoriasis|migraines?|headaches?|common[ ](?:cold|wart)|colds|flu|influenza"
    r"|covid(?:-19)?"
    r"|pneumonia|bronchitis|infections?|obesity|osteoporosis|hypertension|high[ ]blood[ ]pressure"
    r"|clots?|blood[ ](?:pressure|clots?|sugar)|(?:high[ ])?cholesterol|insomnia|hay[ ]fever|allerg(?:y|ies)|colitis"
    r"|gout|ana?emia"
    r"|miscarriages?|stillbirths?|pre-?eclampsia|pre(?:mature|term)[ ]births?|birth[ ]defects?|cleft[ ](?:lip"
    r"|palate)|autism"
    r"|adhd|hyperactivity|schizophrenia|psychosis|epilepsy|blindness|short[ ]sight|myopia|hearing[ ]loss|deafness"
    r"|(?:kidney|liver|lung|gum|gallbladder|thyroid|bowel)[ ](?:disease|failure|damage|stones?)|gallstones?"
    r"|cirrhosis|sepsis"
    r"|thrombos[ie]s|embolism|aneurysms?|fractures?|acne|rosacea|endometriosis|infertility|hot[ ]flushes"
    r"|shingles|measles"
    r"|malaria|tuberculosis|hepatitis|hiv|herpes|cold[ ]sores|ulcers?|heartburn|reflux|indigestion|constipation"
    r"|diarrho?ea"
    r"|bloating|nausea|cramps?|(?:back|joint|knee|chronic)[ ]pain|worn[ ]knees|toothache|sore[ ]throats?"
    r"|coughs?|fevers?"
    r"|sinusitis|varicose[ ]veins|inflammation|fatigue|hangovers?|tinnitus|cataracts|warts?|baldness"
    r"|hair[ ]loss|memory[ ]loss"
    r"|cognitive[ ]decline|multiple[ ]sclerosis|cystitis|thrush|viruses|illness(?:es)?|diseases?|ibs|lupus"
    r"|fibromyalgia"
    r"|sciatica|copd|glaucoma|polyps?|angina|arrhythmias?|palpitations|neuropathy|vertigo|meningitis"
    r"|encephalitis|cholera|dengue|typhoid|polio|rubella|mumps|jaundice|seizures?"
    r"|osteoarthritis|caries|cavities|pancreatitis|nephritis|delirium|anorexia|bulimia|haemorrhages?"
    r"|hemorrhages?|aneurysm|scoliosis|rickets|scurvy|apno?ea|lesions?|relapses?|preeclampsia|blood[ ]poisoning"
    r"|tooth[ ]decay|whooping[ ]cough)"
)
DEATH = r"(?:(?:early|premature|sudden|cot)[ ]deaths?|deaths?|dying|die|mortality|death[ ]rates?)"
# Of these a text on illness has one, cut at hyphens.
ILL_WORDS = frozenset(
    """cancer cancers tumour tumours tumor tumors leukaemia leukemia lymphoma melanoma stroke strokes heart
    cardiovascular dementia alzheimer parkinson diabetes asthma depression anxiety arthritis rheumatism eczema
    psoriasis migraine migraines headache headaches cold wart colds flu influenza covid pneumonia bronchitis
    infection infections obesity osteoporosis hypertension blood cholesterol insomnia hay allergy allergies
    colitis gout anaemia anemia miscarriage miscarriages stillbirth stillbirths eclampsia preeclampsia premature
    preterm birth cleft autism adhd hyperactivity schizophrenia psychosis epilepsy blindness short myopia hearing
    deafness kidney liver lung gum gallbladder thyroid bowel gallstones cirrhosis sepsis thrombosis thromboses
    embolism aneurysm aneurysms fracture fractures acne rosacea endometriosis infertility flushes shingles measles
    malaria tuberculosis hepatitis hiv herpes ulcer ulcers heartburn reflux indigestion constipation diarrhoea
    diarrhea bloating nausea cramp cramps back joint knee chronic knees toothache throat throats cough coughs
    fever fevers sinusitis varicose inflammation fatigue hangover hangovers tinnitus cataracts warts baldness hair
    memory cognitive sclerosis cystitis thrush viruses illness illnesses disease diseases ibs lupus fibromyalgia
    sciatica copd glaucoma polyp polyps angina arrhythmia arrhythmias palpitations neuropathy vertigo meningitis
    encephalitis cholera dengue typhoid polio rubella mumps jaundice seizure seizures osteoarthritis caries
    cavities pancreatitis nephritis delirium anorexia bulimia haemorrhage haemorrhages hemorrhage hemorrhages
    scoliosis rickets scurvy apnoea apnea lesion lesions relapse relapses tooth whooping deaths death dying die
    mortality""".split()
)
TREATMENT = (
    r"(?:drugs?|treatments?|therap(?:y|ies)|pills?|jabs?|injections?|vaccines?|medicines?|medication|cures?"
    r"|remed(?:y|ies)"
    r"|surgery|operation|implants?|antibiotics?|patients?|surgeons?|psychiatry|oncology|cream|ointment|transplants?"
    r"|stem[ ]cells?|doctors?|clinic(?:al|ians?)?)"
)
STUDY = (
    r"(?:stud(?:y|ies)|trials?|researchers?|scientists?|cohort|journal|linked[ ]to|associated[ ]with|tied[ ]to"
    r"|screening"
    r"|vaccines?|vaccinated|placebo|those[ ]who|people[ ]who|women[ ]who|men[ ]who|users|pills?|drugs?|statins?"
    r"|team"
    r"|epidemiologists?|doctors|smokers|drinkers|pregnancy|supplements?|diet|findings|paper|authors|vaping|naps"
    r"|a[ ]day"
    r"|analysis|treatment)"
)
