package nl.doorlichting.local.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import nl.doorlichting.local.Json;
import nl.doorlichting.local.StartFailure;

/** The first data set: the action plan of 2007-2011 as the policy review gives it. */
public final class DataSet {
    public static final String PROGRAMME = "APR-2007-2011";
    private static final String FOLDER = "/data-set/";

    /** A small programme that is invented, and says so in every text. */
    public static final String INVENTED_PROGRAMME = "VERZONNEN-2012-2015";

    private static final String DESCRIPTION = "/second-programme/datasets.properties";
    private static final String INVENTED = "/second-programme/invented-records.json";

    private DataSet() {}

    public static List<RecordGroup> groups() {
        List<RecordGroup> groups = new ArrayList<>();
        for (String file : read(FOLDER + "index.json", String[].class)) {
            groups.add(read(FOLDER + file, RecordGroup.class));
        }
        return groups;
    }

    /** Those of the invented programme, which name organisations and training types of the first data set. */
    public static List<RecordGroup> invented() {
        return List.of(read(INVENTED, RecordGroup[].class));
    }

    /** Writes what the publisher says of the data set of the invented programme, for the gateway. */
    public static void describeInvented(Path file) {
        try (InputStream content = DataSet.class.getResourceAsStream(DESCRIPTION)) {
            Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new StartFailure("The file " + file + " cannot be written", failure);
        }
    }

    private static <T> T read(String file, Class<T> type) {
        try (InputStream content = DataSet.class.getResourceAsStream(file)) {
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
