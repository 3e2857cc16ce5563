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
 */
record Group(String what, String path, String role, List<JsonNode> records) {}
