package nl.doorlichting.local.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import nl.doorlichting.local.Json;
import nl.doorlichting.local.StartFailure;

/** The first data set: the action plan of 2007-2011 as the policy review gives it. */
public final class DataSet {
    public static final String PROGRAMME = "APR-2007-2011";
    private static final String FOLDER = "/data-set/";

    private DataSet() {}

    public static List<RecordGroup> groups() {
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

    /**
     * Records of the data set for one endpoint. They refer only to records of earlier groups.
     *
     * @param what name in the launcher's output
     * @param role whose token posts them
     * @param records request bodies, with {@code "@as"} where others refer to the record and {@code "@name"} where it
     *     refers to another
     * @param step null for new records; else the last segment of the path of a transition, or of a record within a record,
     *     such as completions of a learning module, and each entry's {@code id} names the record
     */
    public record RecordGroup(String what, String path, String role, String step, List<JsonNode> records) {}
}
