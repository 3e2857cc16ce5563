package nl.doorlichting.reporting.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.vocabulary.Verdict;

/**
 * The facets of an item, each as {@code name:code}. The database adds those that follow from the item alone: type, tag, phase,
 * role, track, project and year.
 */
final class CatalogueFacets {
    static final String KIND = "kind";
    static final String TYPE = "type";
    static final String TAG = "tag";
    static final String PHASE = "phase";
    static final String ROLE = "role";
    static final String TRACK = "track";
    static final String PROJECT = "project";
    /** No filter: only searched, by the labels of scopes wider than a municipality. */
    static final String PLACE_SCOPE = "placeScope";

    static final String YEAR = "year";
    static final String PROGRAMME = "programme";
    static final String MUNICIPALITY = "municipality";
    static final String PROVINCE = "province";
    static final String ACTION_LINE = "actionLine";
    static final String INTERVENTION_TYPE = "interventionType";
    static final String PHENOMENON = "phenomenon";
    static final String VERDICT = "verdict";

    private CatalogueFacets() {}

    static String facet(String name, Object code) {
        return name + ":" + code;
    }

    static String[] of(CatalogueEntry entry, List<Verdict> verdicts, MunicipalityRegister register) {
        var about = entry.about();
        var municipalities = about.place().municipalities();
        var facets = new ArrayList<String>();
        add(facets, KIND, List.of(entry.kind()));
        add(facets, PROGRAMME, List.of(entry.programme()));
        add(facets, MUNICIPALITY, municipalities);
        add(facets, PROVINCE, provinces(municipalities, register));
        add(facets, ACTION_LINE, Stream.ofNullable(about.actionLine()).toList());
        add(facets, INTERVENTION_TYPE, about.interventionTypes());
        add(facets, PHENOMENON, about.phenomena());
        add(facets, VERDICT, verdicts);
        return facets.toArray(String[]::new);
    }

    private static Collection<String> provinces(List<String> municipalities, MunicipalityRegister register) {
        var provinces = new LinkedHashSet<String>();
        municipalities.forEach(code -> register.find(code)
                .ifPresent(found -> provinces.add(found.province().code())));
        return provinces;
    }

    private static void add(List<String> facets, String name, Collection<?> codes) {
        codes.forEach(code -> facets.add(facet(name, code)));
    }
}
