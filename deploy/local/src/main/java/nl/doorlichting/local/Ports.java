package nl.doorlichting.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** Nine ports in a row: gateway, the three services, PostgreSQL, and the management ports in the same order. */
record Ports(int first) {
    static final int COUNT = 9;

    int of(Module module) {
        return first + module.ordinal();
    }

    int database() {
        return first + 4;
    }

    int management(Module module) {
        return first + 5 + module.ordinal();
    }

    String url(Module module) {
        return "http://127.0.0.1:" + of(module);
    }

    String managementUrl(Module module) {
        return "http://127.0.0.1:" + management(module);
    }

    /** What each port is for, lowest port first. */
    Map<Integer, String> purposes() {
        Map<Integer, String> purposes = new LinkedHashMap<>();
        for (Module module : Module.values()) {
            purposes.put(of(module), module.title());
        }
        purposes.put(database(), "PostgreSQL");
        for (Module module : Module.values()) {
            purposes.put(management(module), module.title() + " management");
        }
        return purposes;
    }
}
