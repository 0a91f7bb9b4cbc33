// Start `newslint lsp` and hand it the articles that are open; all that is known of articles is known there.

import * as path from "node:path";
import * as vscode from "vscode";
import { LanguageClient, LanguageClientOptions, ServerOptions } from "vscode-languageclient/node";

const LANGUAGES = ["markdown", "mdx", "html", "plaintext", "restructuredtext", "asciidoc"];

let client: LanguageClient | undefined;

// A path is meant from the workspace; a bare name is looked for where programs are.
function commandOf(folder: vscode.WorkspaceFolder | undefined, command: string): string {
  const isPath = command.includes("/") || command.includes("\\");
  return isPath && folder && !path.isAbsolute(command) ? path.join(folder.uri.fsPath, command) : command;
}

async function start(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  const settings = vscode.workspace.getConfiguration("newslint", folder?.uri);
  const command = commandOf(folder, settings.get<string>("command", "newslint"));
  const server: ServerOptions = {
    command,
    args: ["lsp", ...settings.get<string[]>("arguments", [])],
    options: { cwd: folder?.uri.fsPath },
  };
  const options: LanguageClientOptions = {
    documentSelector: LANGUAGES.flatMap((language) => [
      { language, scheme: "file" },
      { language, scheme: "untitled" },
    ]),
  };
  client = new LanguageClient("newslint", "newslint", server, options);
  try {
    await client.start();
  } catch {
    const told = `newslint: ${command} cannot be started. Install it with pip install 'newslint[lsp]', or set newslint.command.`;
    void vscode.window.showErrorMessage(told);
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  if (running?.needsStop()) {
    await running.stop();
  }
}

async function restart(): Promise<void> {
  await stop();
  await start();
}

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  context.subscriptions.push(
    vscode.commands.registerCommand("newslint.restart", restart),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("newslint.command") || event.affectsConfiguration("newslint.arguments")) {
        void restart();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await stop();
}
