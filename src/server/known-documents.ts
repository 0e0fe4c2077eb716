import { getOperationAST, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** An operation that Apollo Server has parsed and found valid. */
export interface KnownOperation {
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

/** How many characters of documents are kept: those used last. */
const MAX_CHARACTERS = 5_000_000;

/** The documents that recur, by their text: what need not be parsed and validated again. */
export class KnownDocuments {
  private readonly documents = new LRUCache<string, DocumentNode>({
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_document, text) => text.length,
  });

  /** @param document valid: what is found here is not validated again */
  add(text: string, document: DocumentNode): void {
    if (text.length > 0) this.documents.set(text, document);
  }

  /** The operation of a document with this name; undefined where it is not known, or has none or several without a name. */
  find(text: string, operationName: string | null | undefined): KnownOperation | undefined {
    const document = this.documents.get(text);
    const operation = document && getOperationAST(document, operationName);
    return operation ? { document, operation } : undefined;
  }
}
