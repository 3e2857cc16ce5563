package nl.doorlichting.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** CIDR blocks and their addresses, version 4. */
final class CidrBlocks {
    private CidrBlocks() {}

    static boolean contains(JsonNode block, String address) {
        return in(block.path("cidr").asText(), address)
                && Manifest.elements(block.path("except")).noneMatch(except -> in(except.asText(), address));
    }

    private static boolean in(String cidr, String address) {
        String[] parts = cidr.split("/");
        int shift = 32 - Integer.parseInt(parts[1]);
        return number(parts[0]).shiftRight(shift).equals(number(address).shiftRight(shift));
    }

    private static BigInteger number(String address) {
        if (!address.matches("[0-9.]+")) {
            throw new IllegalArgumentException("Not an address: " + address);
        }
        try {
            return new BigInteger(1, InetAddress.getByName(address).getAddress());
        } catch (UnknownHostException wrong) {
            throw new IllegalArgumentException("Not an address: " + address, wrong);
        }
    }
}
