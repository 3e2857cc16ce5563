package nl.doorlichting.platform.testing.fuzzing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import nl.doorlichting.platform.documents.DocumentFormat;
import nl.doorlichting.platform.testing.files.TestDocuments;

/** A form with a file in which one or two parts are broken: the boundary, a header of a part, or some bytes. */
final class FuzzedForm {
    private static final String BOUNDARY = "b0undary";
    private static final List<String> TYPES = List.of(
            "multipart/form-data",
            "multipart/form-data;",
            "multipart/form-data; boundary",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary= ",
            "multipart/form-data; boundary=\"",
            "multipart/form-data; boundary=\"\"",
            "multipart/form-data; boundary=\"b0undary",
            "multipart/form-data; boundary=\"b0undary\"",
            "multipart/form-data; boundary=b0undary; boundary=c",
            "multipart/form-data; boundary=b0undary; charset=nonsense",
            "multipart/form-data; BOUNDARY=b0undary",
            "multipart/form-data; boundary = b0undary",
            "multipart/form-data;boundary=b0undary;",
            "multipart/form-data; boundary=a b",
            "multipart/form-data; boundary=-",
            "multipart/form-data; boundary=--",
            "multipart/form-data; boundary=\u00ff",
            "multipart/form-data; boundary=" + "a".repeat(71),
            "multipart/form-data; boundary=" + "a".repeat(5_000),
            "multipart/form-data; xboundary=b0undary",
            "multipart/form-data; boundary==b0undary",
            "multipart/mixed; boundary=b0undary",
            "multipart/",
            "multipart");
    private static final List<String> DISPOSITIONS = List.of(
            "",
            "Content-Disposition: form-data\r\n",
            "Content-Disposition: form-data; name\r\n",
            "Content-Disposition: form-data; name=\r\n",
            "Content-Disposition: form-data; name=\"\r\n",
            "Content-Disposition: form-data; name=\"\"; filename=\"\"\r\n",
            "Content-Disposition: form-data; name=\"file\r\n",
            "Content-Disposition: form-data; name=\"file\"\r\n",
            "Content-Disposition: form-data; name=file; filename=a.pdf\r\n",
            "Content-Disposition: form-data; name=\"file\"; filename=\"\r\n",
            "Content-Disposition: form-data; name=\"file\"; filename=\r\n",
            "Content-Disposition: form-data; name=\"file\"; filename*=\r\n",
            "Content-Disposition: form-data; name=\"file\"; filename*=UTF-8\r\n",
            "Content-Disposition: form-data; name=\"file\"; filename*=UTF-8''%\r\n",
            "Content-Disposition: form-data; name=\"file\"; filename*=UTF-8''%zz\r\n",
            "Content-Disposition: form-data; name=\"file\"; filename*=nonsense''a\r\n",
            "Content-Disposition: form-data; name=\"file\"; filename*=UTF-8'\r\n",
            "Content-Disposition: form-data; name=\"file\"; filename=\"\u0000\"\r\n",
            "Content-Disposition: form-data; name=\"file\"; filename=\"../../\u00ff\u00fe\"\r\n",
            "Content-Disposition: ;;;=\r\n",
            "Content-Disposition:\r\n",
            "Content-Disposition\r\n",
            ": x\r\n",
            "\u0000: \u0000\r\n",
            "Content-Disposition: form-data; name=\"sha256\"\r\n",
            "Content-Disposition: form-data; name=\"\u0000\"\r\n",
            "Content-Disposition: form-data; name=\"" + "a".repeat(5_000) + "\"\r\n",
            "Content-Disposition: form-data; name=\"file\"\r\n filename=\"folded\"\r\n");
    private static final List<String> PART_HEADERS = List.of(
            "Content-Type: application/pdf\r\n",
            "Content-Type: \r\n",
            "Content-Type: ;charset=\r\n",
            "Content-Type: text/plain; charset=nonsense\r\n",
            "Content-Transfer-Encoding: base64\r\n",
            "Content-Transfer-Encoding: quoted-printable\r\n",
            "Content-Transfer-Encoding: 7bit\r\n",
            "Content-Transfer-Encoding: nonsense\r\n",
            "Content-Length: -1\r\n",
            "X: " + "a".repeat(20_000) + "\r\n",
            "no colon\r\n",
            "\r\n");

    private final Random random;
    private final String body;
    private final String type;

    FuzzedForm(Random random, JsonNode fields) {
        this.random = random;
        var form = new StringBuilder();
        fields.properties().forEach(field -> {
            if (!List.of("file", "sha256").contains(field.getKey())) {
                form.append(part(disposition(field.getKey()), field.getValue().asText()));
            }
        });
        form.append(part(disposition("file\"; filename=\"a.pdf"), content()));
        form.append("--" + BOUNDARY + "--\r\n");
        var isWhole = chance(25);
        this.type = isWhole || chance(70) ? "multipart/form-data; boundary=" + BOUNDARY : oneOf(TYPES);
        this.body = isWhole || chance(50) ? form.toString() : broken(form);
    }

    String contentType() {
        return type;
    }

    String body() {
        return body;
    }

    private String part(String disposition, String content) {
        return "--" + BOUNDARY + "\r\n" + disposition + (chance(20) ? oneOf(PART_HEADERS) : "") + "\r\n" + content
                + "\r\n";
    }

    private String disposition(String name) {
        return chance(15) ? oneOf(DISPOSITIONS) : "Content-Disposition: form-data; name=\"" + name + "\"\r\n";
    }

    private String content() {
        var content = TestDocuments.of(oneOf(List.of(DocumentFormat.values())));
        var text = new StringBuilder(new String(content, StandardCharsets.ISO_8859_1));
        return chance(60) ? text.toString() : broken(text);
    }

    private String broken(StringBuilder text) {
        for (int i = 1 + random.nextInt(4); i > 0 && text.length() > 1; i--) {
            var at = random.nextInt(text.length());
            var to = Math.min(text.length(), at + 1 + random.nextInt(40));
            switch (random.nextInt(4)) {
                case 0 -> text.setLength(at);
                case 1 -> text.delete(at, to);
                case 2 -> text.insert(at, text.substring(at, to));
                default -> text.setCharAt(at, (char) random.nextInt(256));
            }
        }
        return text.toString();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
