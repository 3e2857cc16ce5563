package nl.doorlichting.platform.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.SortedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** AWS Signature Version 4 of a request without a query, as every store with the API of Amazon S3 checks it. */
record S3Signature(String region, String accessKey, String secretKey) {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int DAY = 8;

    /**
     * The header {@code Authorization} of the request.
     *
     * @param path already encoded, without characters that the two ways of encoding it differ in
     * @param headers all that are signed, by name in lower case; {@code x-amz-date} is added
     */
    String sign(String method, String path, SortedMap<String, String> headers, Instant now) {
        var moment = MOMENT.format(now);
        headers.put("x-amz-date", moment);
        var names = String.join(";", headers.keySet());
        var lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(joining());
        var request = String.join("\n", method, path, "", lines, names, headers.get("x-amz-content-sha256"));
        var scope = String.join("/", moment.substring(0, DAY), region, "s3", "aws4_request");
        var text = String.join(
                "\n", "AWS4-HMAC-SHA256", moment, scope, hex(AuditExportFile.sha256(request.getBytes(UTF_8))));
        var key = ("AWS4" + secretKey).getBytes(UTF_8);
        for (var part : scope.split("/")) {
            key = hmac(key, part);
        }
        return "AWS4-HMAC-SHA256 Credential=%s/%s,SignedHeaders=%s,Signature=%s"
                .formatted(accessKey, scope, names, hex(hmac(key, text)));
    }

    // The keys are in no log.
    @Override
    public String toString() {
        return "S3Signature of " + accessKey;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }
}
