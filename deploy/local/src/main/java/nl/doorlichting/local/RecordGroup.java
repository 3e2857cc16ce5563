package nl.doorlichting.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Records of the data set for one endpoint. They refer to earlier groups only.
 *
 * @param what as it is called in lines
 * @param role whose token posts them
 * @param records request bodies, with {@code "@as"} where others refer to the record and {@code "@name"} where it
 *     refers to another
 * @param step null for records that are made; else the last segment of a transition's path, taken by the records that
 *     each entry's {@code id} names
 */
record RecordGroup(String what, String path, String role, String step, List<JsonNode> records) {}
