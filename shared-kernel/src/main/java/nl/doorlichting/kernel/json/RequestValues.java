package nl.doorlichting.kernel.json;

import com.fasterxml.jackson.databind.module.SimpleModule;

final class RequestValues {
    private RequestValues() {}

    static SimpleModule module() {
        return new SimpleModule("values");
    }
}
