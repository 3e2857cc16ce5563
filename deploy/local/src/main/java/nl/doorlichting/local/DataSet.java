package nl.doorlichting.local;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The first data set: the action plan of 2007-2011 as the policy review gives it. */
final class DataSet {
    static final String PROGRAMME = "APR-2007-2011";
    private static final String FOLDER = "/data-set/";

    private DataSet() {}

    static List<RecordGroup> groups() {
        List<RecordGroup> groups = new ArrayList<>();
        for (String file : read("index.json", String[].class)) {
            groups.add(read(file, RecordGroup.class));
        }
        return groups;
    }

    private static <T> T read(String file, Class<T> type) {
        try (InputStream content = DataSet.class.getResourceAsStream(FOLDER + file)) {
            return Json.MAPPER.readValue(content, type);
        } catch (IOException failure) {
            throw new StartFailure("The data set's " + file + " cannot be read", failure);
        }
    }
}
