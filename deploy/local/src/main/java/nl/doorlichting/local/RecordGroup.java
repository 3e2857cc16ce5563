package nl.doorlichting.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Records of the data set for one endpoint. They refer only to records of earlier groups.
 *
 * @param what name in the launcher's output
 * @param role whose token posts them
 * @param records request bodies, with {@code "@as"} where others refer to the record and {@code "@name"} where it
 *     refers to another
 * @param step null for new records; else the last segment of the path of a transition, and each entry's {@code id} names
 *     the record
 */
record RecordGroup(String what, String path, String role, String step, List<JsonNode> records) {}
