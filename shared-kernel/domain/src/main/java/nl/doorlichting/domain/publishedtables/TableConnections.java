package nl.doorlichting.domain.publishedtables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which tables identities connect, without the tables themselves: a programme can have more than memory holds. */
public final class TableConnections {
    /** Tables beyond are not audited together with the one that is asked for. */
    private static final int MOST_CELLS = 40_000;

    private record Outline(int cells, Set<String> named) {}

    private final Map<String, Outline> outlines = new LinkedHashMap<>();

    public void add(PublishedTable table) {
        var named = table.identities().stream()
                .flatMap(identity -> identity.terms().stream())
                .map(PublishedTable.Term::table)
                .collect(Collectors.toSet());
        outlines.put(
                table.code(), new Outline(table.rows().size() * table.columns().size(), named));
    }

    /** Whether there is a table with this code. */
    boolean has(String code) {
        return outlines.containsKey(code);
    }

    /** The codes of the tables that are audited together with this one, without it. */
    public List<String> connectedTo(String code) {
        var connected = new ArrayList<>(List.of(code));
        var cells = outlines.get(code).cells();
        for (var i = 0; i < connected.size(); i++) {
            for (var other : neighbours(connected.get(i))) {
                var more = outlines.get(other).cells();
                if (!connected.contains(other) && cells + more <= MOST_CELLS) {
                    cells += more;
                    connected.add(other);
                }
            }
        }
        return connected.subList(1, connected.size());
    }

    private List<String> neighbours(String code) {
        var named = outlines.get(code).named();
        return outlines.entrySet().stream()
                .filter(other -> named.contains(other.getKey())
                        || other.getValue().named().contains(code))
                .map(Map.Entry::getKey)
                .toList();
    }
}
