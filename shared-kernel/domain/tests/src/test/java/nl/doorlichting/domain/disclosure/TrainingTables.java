package nl.doorlichting.domain.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Inclusion;
import nl.doorlichting.domain.figures.Key;
import nl.doorlichting.domain.figures.Measure;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.figures.Table;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;

/**
 * Random trainings, most of them small, and the tables that a release has of them: a session is of one day, so that each is a
 * period of its own; a national tally of some years may hold sessions. The tables are those of the domain, with one on the
 * map of a later day beside them. The same seed gives the same.
 */
final class TrainingTables implements ReleasedTables {
    private static final MunicipalityRegister REGISTER = MunicipalityRegister.builtIn();
    /** Two of one province, two that become one, one that is divided, and one far away. */
    private static final List<String> MUNICIPALITIES =
            List.of("GM0988", "GM0984", "GM0052", "GM0018", "GM0993", "GM0363");

    private static final LocalDate LATER = LocalDate.of(2011, 1, 1);
    private static final String TALLY = "tally";

    private record DimensionSet(Structure structure, LocalDate map, Set<Dimension> by) {
        Question question() {
            return new Question(structure, "P", null, null, by, Map.of(), map, null);
        }
    }

    private static final List<DimensionSet> SETS = List.of(
            new DimensionSet(Structure.REACH, null, Set.of(Dimension.PERIOD, Dimension.TARGET_GROUP)),
            new DimensionSet(Structure.REACH, null, Set.of(Dimension.PERIOD, Dimension.TRACK, Dimension.ACTION_LINE)),
            new DimensionSet(Structure.REACH, null, Set.of(Dimension.PERIOD, Dimension.FUNDING_INSTRUMENT)),
            new DimensionSet(Structure.REACH, null, Set.of(Dimension.PERIOD, Dimension.INTERVENTION_TYPE)),
            new DimensionSet(Structure.REACH, null, Set.of(Dimension.YEAR)),
            new DimensionSet(Structure.REACH, null, Set.of(Dimension.PERIOD, Dimension.PROVINCE)),
            new DimensionSet(Structure.REACH, null, Set.of(Dimension.PERIOD, Dimension.MUNICIPALITY)),
            new DimensionSet(Structure.REACH, LATER, Set.of(Dimension.YEAR, Dimension.MUNICIPALITY)),
            new DimensionSet(Structure.TRAINING, null, Set.of(Dimension.TRAINING_TYPE)),
            new DimensionSet(Structure.TRAINING, null, Set.of(Dimension.YEAR)));

    private final Random random;

    TrainingTables(long seed) {
        this.random = new Random(seed);
    }

    /** Participants by group; sessions of one day that state the same are one group. */
    SortedMap<String, Long> figures(int sessions) {
        SortedMap<String, Long> figures = new TreeMap<>();
        for (int session = 0; session < sessions; session++) {
            figures.merge(session(), participants(), Long::sum);
        }
        for (int type = 0; type < 2; type++) {
            if (random.nextBoolean()) {
                figures.put(TALLY + "|t" + type, 20L + random.nextInt(400));
            }
        }
        return figures;
    }

    /** The same after some new, corrected and withdrawn head counts. */
    SortedMap<String, Long> later(SortedMap<String, Long> figures, int changes) {
        SortedMap<String, Long> later = new TreeMap<>(figures);
        for (int change = 0; change < changes; change++) {
            List<String> sessions =
                    later.keySet().stream().filter(group -> !isOpen(group)).toList();
            String group = random.nextInt(3) == 0 || sessions.isEmpty()
                    ? session()
                    : sessions.get(random.nextInt(sessions.size()));
            switch (random.nextInt(4)) {
                case 0 -> later.remove(group);
                case 1 -> later.put(group, participants());
                default -> later.merge(group, 1L + random.nextInt(4), Long::sum);
            }
        }
        return later;
    }

    private String session() {
        return "d%d|t%d|%s|%s|%s"
                .formatted(
                        random.nextInt(5),
                        random.nextInt(2),
                        random.nextInt(8) == 0 ? "" : MUNICIPALITIES.get(random.nextInt(MUNICIPALITIES.size())),
                        random.nextBoolean() ? Track.LOCAL.name() : "",
                        List.of("NONE", "NONE", "UNKNOWN", "IN").get(random.nextInt(4)));
    }

    /** One in three sessions has fewer than five, and most of the others fewer than twenty. */
    private long participants() {
        return random.nextInt(3) == 0 ? 1L + random.nextInt(4) : 5L + random.nextInt(14);
    }

    @Override
    public boolean isOpen(String group) {
        // A session without a place states its host in the records, so that it is a secret as the others are.
        return group.startsWith(TALLY);
    }

    @Override
    public boolean isExact(String cell) {
        return cell.startsWith("0 ");
    }

    @Override
    public Map<String, List<String>> groupsByCell(SortedMap<String, Long> figures) {
        List<Fact<List<String>>> facts = new ArrayList<>();
        Set<String> tallies =
                Set.copyOf(figures.keySet().stream().filter(this::isOpen).toList());
        figures.keySet().forEach(group -> facts.add(fact(group, tallies)));
        Map<String, List<String>> cells = new LinkedHashMap<>();
        for (int number = 0; number < SETS.size(); number++) {
            Table<List<String>> table =
                    TableMaker.table(SETS.get(number).question(), REGISTER, Measure.<String>listed(), facts);
            add(number + " ROW", table.rows(), cells);
            add(number + " TOTAL", table.totals(), cells);
            add(number + " UNALLOCATED", table.unallocated(), cells);
        }
        return cells;
    }

    private static void add(String part, List<Table.Row<List<String>>> rows, Map<String, List<String>> cells) {
        rows.stream().filter(row -> !row.isWithheld()).forEach(row -> cells.put(part + text(row.key()), row.sum()));
    }

    private static String text(Key key) {
        StringBuilder text = new StringBuilder();
        key.values()
                .forEach((dimension, value) ->
                        text.append(' ').append(dimension).append('=').append(value));
        return text.toString();
    }

    private static Fact<List<String>> fact(String group, Set<String> tallies) {
        String[] values = group.split("\\|", -1);
        Map<Dimension, Set<Object>> stated = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Structure.REACH.stated()) {
            stated.put(dimension, Set.of());
        }
        for (Dimension dimension : Structure.TRAINING.stated()) {
            stated.put(dimension, Set.of());
        }
        stated.put(Dimension.TRAINING_TYPE, Set.of(values[1]));
        TargetGroup reached = values[1].equals("t0") ? TargetGroup.STUDENTS : TargetGroup.OTHER;
        stated.put(Dimension.TARGET_GROUP, Set.of(reached));
        Inclusion.Group counted = new Inclusion.Group("P", reached.name(), values[1]);
        if (values[0].equals(TALLY)) {
            return Fact.of(1, List.of(group))
                    .during(new Period(LocalDate.of(2009, 1, 1), LocalDate.of(2011, 1, 1)))
                    .in(Set.of())
                    .stating(stated)
                    .included(Inclusion.tally(group, counted));
        }
        if (!values[3].isEmpty()) {
            stated.put(Dimension.TRACK, Set.of(Track.valueOf(values[3])));
        }
        int day = Integer.parseInt(values[0].substring(1));
        LocalDate date = LocalDate.of(2009 + day % 2, 2 + day, 1);
        return Fact.of(1, List.of(group))
                .during(new Period(date, date.plusDays(1)))
                .in(values[2].isEmpty() ? Set.of() : Set.of(values[2]))
                .stating(stated)
                .included(inclusion(values[4], TALLY + "|" + values[1], tallies, counted));
    }

    private static Inclusion inclusion(String how, String tally, Set<String> tallies, Inclusion.Group counted) {
        return switch (how) {
            case "UNKNOWN" -> Inclusion.unknown(counted);
            case "IN" -> tallies.contains(tally) ? Inclusion.in(tally) : Inclusion.unknown(counted);
            default -> Inclusion.ADDED;
        };
    }
}
