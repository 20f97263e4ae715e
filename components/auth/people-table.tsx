import { Table, TableScroll } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { PersonRow } from '#lib/view/person-row.ts';

/** The people of a clinic; a name opens what can be done about the account. */
export function PeopleTable({ people }: { people: readonly PersonRow[] }) {
  return (
    <TableScroll label="People">
      <Table caption="People of the clinic" stack>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">E-mail address</th>
            <th scope="col">Roles</th>
            <th scope="col">Account</th>
            <th scope="col">Last seen</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <th scope="row">
                <TextLink href={`/admin/people/${person.id}`}>{person.name}</TextLink>
                {person.isYourself ? <span className="text-ink-muted"> (you)</span> : null}
              </th>
              <td data-label="E-mail">{person.email}</td>
              <td data-label="Roles">{person.rolesInWords}</td>
              <td data-label="Account">{person.state}</td>
              <td data-label="Last seen">{person.lastSeen}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </TableScroll>
  );
}
