package nl.doorlichting.domain.releases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import nl.doorlichting.domain.disclosure.CountDisclosure;
import nl.doorlichting.domain.disclosure.DisclosedCount;
import nl.doorlichting.domain.disclosure.KeyedRounding;
import nl.doorlichting.domain.disclosure.ReleaseProtection;
import nl.doorlichting.domain.disclosure.ReleaseProtection.GroupCount;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Inclusion;
import nl.doorlichting.domain.figures.Measure;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import org.junit.jupiter.api.Test;

/** From tables of figures to releases and the changes between them, as a service does it. */
class ReleaseOfTablesTest {
    private static final MunicipalityRegister REGISTER = MunicipalityRegister.builtIn();
    private static final LocalDate MAP = LocalDate.of(2011, 1, 1);
    private static final Set<Dimension> EXACT = Set.of(Dimension.PERIOD, Dimension.TARGET_GROUP);
    private static final List<Set<Dimension>> SETS = List.of(
            EXACT,
            Set.of(Dimension.MUNICIPALITY),
            Set.of(Dimension.PERIOD, Dimension.TARGET_GROUP, Dimension.MUNICIPALITY),
            Set.of(Dimension.TARGET_GROUP, Dimension.PROVINCE),
            Set.of(Dimension.PROJECT));
    // Weert, Venray, Rotterdam, and Winschoten, which is another municipality on the map.
    private static final List<String> MUNICIPALITIES = List.of("GM0988", "GM0984", "GM0599", "GM0052");

    private record Release(SortedMap<CellKey, ReleaseCell> cells, Map<CellKey, List<GroupCount>> behind) {}

    @Test
    void releaseAndItsChangesAreTheNextRelease() {
        long changed = 0;
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Map<String, Fact<List<GroupCount>>> facts = new LinkedHashMap<>();
            List<Release> releases = new ArrayList<>();
            SortedMap<CellKey, ReleaseCell> copy = new TreeMap<>();
            for (int number = 0; number < 4; number++) {
                write(facts, number == 0 ? 25 : random.nextInt(6), random);
                Release release = release(facts, releases);
                SortedMap<CellKey, ReleaseCell> before =
                        number == 0 ? new TreeMap<>() : releases.get(number - 1).cells();
                var changes = new ReleaseChanges(
                        before.values().iterator(), release.cells().values().iterator(), key -> null);
                while (changes.hasNext()) {
                    ReleaseChanges.apply(changes.next(), copy);
                    changed++;
                }
                assertEquals(release.cells(), copy, "seed " + seed);
                releases.add(release);
            }
        }
        assertTrue(changed > 1000, changed + " changes");
    }

    @Test
    void protectsAllTablesButThatOfPeriodsAndTargetGroups() {
        Map<String, Fact<List<GroupCount>>> facts = new LinkedHashMap<>();
        write(facts, 25, new Random(1));
        facts.put("tally", fact("tally", 18_644, Set.of(), new Random(1)).included(Inclusion.ADDED));
        release(facts, List.of()).cells().forEach((key, cell) -> {
            boolean exact = key.get("municipality") == null
                    && key.dimensions().stream().noneMatch(Set.of("municipality", "province", "projectId")::contains);
            if (!exact) {
                assertTrue(
                        cell.disclosure() == CountDisclosure.SMALL
                                || (Long) cell.measures().get(0) % 5 == 0,
                        cell.toString());
            }
        });
    }

    /** Writes, corrections and withdrawals. */
    private static void write(Map<String, Fact<List<GroupCount>>> facts, int writes, Random random) {
        for (int write = 0; write < writes; write++) {
            String id = "figure " + random.nextInt(40);
            if (random.nextInt(5) == 0) {
                facts.remove(id);
                continue;
            }
            long count = random.nextBoolean() ? 1 + random.nextInt(4) : 1 + random.nextInt(60);
            facts.put(id, fact(id, count, Set.of(MUNICIPALITIES.get(random.nextInt(4))), random));
        }
    }

    private static Fact<List<GroupCount>> fact(String id, long count, Set<String> municipalities, Random random) {
        return Fact.of(1, List.of(new GroupCount(id, 2 * count)))
                .during(Period.ofYear(2008 + random.nextInt(2)))
                .in(municipalities)
                .stating(Map.of(
                        Dimension.TARGET_GROUP, Set.of(TargetGroup.values()[random.nextInt(2)]),
                        Dimension.PROJECT, Set.of(new UUID(0, random.nextInt(3)))));
    }

    private static Release release(Map<String, Fact<List<GroupCount>>> facts, List<Release> earlier) {
        Map<CellKey, List<GroupCount>> behind = new LinkedHashMap<>();
        ReleaseProtection protection = new ReleaseProtection(new KeyedRounding(secret(), "APR-2007-2011"));
        for (Set<Dimension> by : SETS) {
            Table<List<GroupCount>> table = TableMaker.table(
                    new Question(Structure.REACH, "APR-2007-2011", null, null, by, Map.of(), MAP, null),
                    REGISTER,
                    Measure.listed(),
                    facts.values());
            for (Table.Row<List<GroupCount>> row : table.rows()) {
                CellKey key = CellKey.of("source", "INVENTORY", row.key());
                behind.put(key, row.sum());
                if (by.equals(EXACT)) {
                    protection.exactCell(key.text(), row.sum());
                    continue;
                }
                protection.protectedCell(key.text(), row.sum());
            }
        }
        for (int number = 0; number < earlier.size(); number++) {
            Release release = earlier.get(number);
            for (ReleaseCell cell : release.cells().values()) {
                protection.publishedCell(
                        "2026-" + (number + 1),
                        cell.key().text(),
                        new DisclosedCount((Long) cell.measures().get(0), null, null, cell.disclosure()),
                        release.behind().get(cell.key()));
            }
        }
        Map<String, DisclosedCount> shown = protection.protect();
        SortedMap<CellKey, ReleaseCell> cells = new TreeMap<>();
        behind.keySet().stream()
                .filter(key -> shown.containsKey(key.text()))
                .forEach(key -> cells.put(key, ReleaseCell.of(key, shown.get(key.text()))));
        return new Release(cells, behind);
    }

    private static byte[] secret() {
        byte[] secret = new byte[32];
        new Random(1).nextBytes(secret);
        return secret;
    }
}
