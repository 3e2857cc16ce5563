package nl.doorlichting.platform.testing.access;

import java.util.Map;
import java.util.Set;

/**
 * One record of everything that an organisation has in a service, for {@link ForeignIdentifiers}.
 *
 * @param organisation its number
 * @param ids the ids in a path after a segment, by that segment ({@code awards}) or, where the same segment is
 *     under several, with what it stands under ({@code awards/documents})
 * @param shared the same for what is no organisation's, such as a codelist
 * @param filters a value that finds something of the organisation's, by the query parameter's name
 * @param bodies by operation ({@code POST /v1/awards}): JSON, or the fields of a form ({@code category=AWARD})
 * @param secrets ids, numbers and names that no other organisation may see
 */
public record OrganisationRecords(
        String organisation,
        Map<String, String> ids,
        Map<String, String> shared,
        Map<String, String> filters,
        Map<String, String> bodies,
        Set<String> secrets) {}
