package nl.doorlichting.local.datafolder;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import nl.doorlichting.local.Application;
import nl.doorlichting.local.Json;

/** The database roles' passwords: random, made once per data folder, readable by its owner only. */
public final class Passwords {
    public static final String SUPERUSER = "postgres";

    private final JsonNode byRole;

    private Passwords(JsonNode byRole) {
        this.byRole = byRole;
    }

    public static Passwords of(DataFolder data) {
        if (!Files.exists(data.passwords())) {
            PrivateFile.write(data.passwords(), Json.writeReadable(made()));
        }
        return new Passwords(Json.read(PrivateFile.read(data.passwords())));
    }

    private static Map<String, String> made() {
        Map<String, String> made = new TreeMap<>();
        made.put(SUPERUSER, random());
        for (Application service : Application.services()) {
            made.put(service.ownerRole(), random());
            made.put(service.applicationRole(), random());
        }
        return made;
    }

    /** Hexadecimal, so that no quoting is ever needed. */
    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public String of(String role) {
        return byRole.path(role).asText();
    }
}
