package nl.doorlichting.domain.publishedtables;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * What tells a finding in printed tables apart from others of a programme. Two services name findings: the one that audits
 * the tables, and the gateway that lists them among others.
 *
 * @param kind name of the kind of finding, as reports/data-quality has it
 * @param about the cells or the sums, in an order that stays the same
 */
public record TableFindingName(String kind, String about) {
    /** Between cells, and between sums. */
    public static final String BETWEEN = "; ";

    /** @param cells each with the labels of its row and its column */
    public static TableFindingName ofCells(TableFindingKind kind, List<String> cells) {
        return new TableFindingName("TABLE_CELL_MALFORMED", kind + "\n" + String.join(BETWEEN, cells));
    }

    /** @param sums each with its table and its line, in any order */
    public static TableFindingName ofSums(List<String> sums) {
        return new TableFindingName(
                "TABLE_SUM_DIFFERS", String.join(BETWEEN, sums.stream().sorted().toList()));
    }

    /** The id of the finding; it stays the same while the same is found in the same place. */
    public UUID id(String programme) {
        var name = String.join("\n", programme, kind, about);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
