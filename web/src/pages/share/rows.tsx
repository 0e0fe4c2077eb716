import { useState, type ReactNode } from 'react';
import { useQuery, type TypedDocumentNode } from 'urql';
import { present } from '../../api/present';
import { Empty, LoadMore, Loaded } from '../../ui';
import css from './share.module.css';

interface Connection<Item> {
  totalCount?: number;
  nodes: readonly (Item | null)[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

export interface RowsProps<Data, Variables, Item> {
  /** Asks for `first: $first, after: $after` of a list. */
  query: TypedDocumentNode<Data, Variables & { first: number; after?: string | null }>;
  variables: Variables;
  listOf: (data: Data) => Connection<Item> | null | undefined;
  /** Says an item in a `li`. */
  row: (item: Item, data: Data) => ReactNode;
  /** What is said of an empty list; nothing, where that is all right. */
  none?: string;
  /** The cursor that it begins behind. Default: at the beginning. */
  start?: string;
}

/** How many rows a page has. */
export const PAGE = 20;

/** A list that is read on page by page. Each page asks for itself: what is written refreshes those that are open, and loses none. */
export function Rows<Data, Variables, Item>(props: RowsProps<Data, Variables, Item>) {
  const [cursors, setCursors] = useState<readonly (string | null)[]>([props.start ?? null]);
  return (
    <ul role="list" className={css.rows}>
      {cursors.map((after, i) => (
        <PageOfRows
          key={after ?? ''}
          {...props}
          after={after}
          page={i}
          onMore={i === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined}
        />
      ))}
    </ul>
  );
}

interface PageOfRowsProps<Data, Variables, Item> extends RowsProps<Data, Variables, Item> {
  after: string | null;
  page: number;
  /** Of the last page. */
  onMore?: (after: string) => void;
}

function PageOfRows<Data, Variables, Item>(props: PageOfRowsProps<Data, Variables, Item>) {
  const { query, variables, listOf, row, none, after, page, onMore } = props;
  const [state, refetch] = useQuery({
    query,
    variables: { ...variables, first: PAGE, after },
    requestPolicy: 'cache-and-network',
  });
  if (!state.data)
    return (
      <li className={css.row}>
        <Loaded state={state} refetch={refetch}>
          {() => null}
        </Loaded>
      </li>
    );
  const { data } = state;
  const list = listOf(data);
  const items = present(list?.nodes);
  return (
    <>
      {items.map((item) => row(item, data))}
      {items.length === 0 && page === 0 && none !== undefined && (
        <li>
          <Empty title={none} />
        </li>
      )}
      {onMore && list?.pageInfo.hasNextPage && (
        <li className={css.row}>
          <LoadMore
            pageInfo={list.pageInfo}
            onMore={onMore}
            shown={page * PAGE + items.length}
            total={list.totalCount}
          />
        </li>
      )}
    </>
  );
}
