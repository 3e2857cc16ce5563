package nl.doorlichting.platform.identity;

/**
 * A key that the identity provider signs tokens with.
 *
 * @param algorithm the one signature algorithm that it is for
 * @param thumbprint RFC 7638: equal for equal keys, also with different ids
 * @param publicKey X.509 DER in base64
 */
record SigningKey(String algorithm, String thumbprint, String publicKey) {}
