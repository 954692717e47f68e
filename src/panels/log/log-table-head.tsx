/** The headings of the log, and how wide its columns are. */
export function LogTableHead() {
  return (
    <>
      <colgroup>
        <col className="log-col-position" />
        <col className="log-col-time" />
        <col className="log-col-type" />
        <col className="log-col-tags" />
        <col className="log-col-data" />
        <col className="log-col-who" />
        <col className="log-col-needing" />
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className="log-position">
            <abbr title="Position in the log, from 1">Pos.</abbr>
          </th>
          <th scope="col" className="log-time">
            Time
          </th>
          <th scope="col">Type</th>
          <th scope="col">Tags</th>
          <th scope="col">Data</th>
          <th scope="col" className="log-who">
            Who
          </th>
          <th
            scope="col"
            title="Commands that need this event to decide, when they are about the same instances"
          >
            Needed by
          </th>
        </tr>
      </thead>
    </>
  );
}
