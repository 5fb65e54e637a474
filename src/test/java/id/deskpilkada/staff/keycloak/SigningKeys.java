package id.deskpilkada.staff.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** A realm's keys, served where the application looks for them, and tokens signed with them or with something else. */
final class SigningKeys implements AutoCloseable {

    final RSAKey key = newKey();
    final AtomicInteger asked = new AtomicInteger();
    private final int port;
    private HttpServer server;

    SigningKeys() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        port = server.getAddress().getPort();
        serve();
    }

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://localhost:" + port + "/realms/desk";
    }

    private void serve() {
        server.createContext("/realms/desk/protocol/openid-connect/certs", exchange -> {
            asked.incrementAndGet();
            var body = new JWKSet(key).toString(true).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    void stop() {
        server.stop(0);
    }

    String signed(JWTClaimsSet claims) throws JOSEException {
        return signed(claims, key);
    }

    static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        return serialized(JWSAlgorithm.RS256, key.getKeyID(), claims, new RSASSASigner(key));
    }

    /** Signed with the public key as if it were a shared secret. */
    String signedWithThePublicKey(JWTClaimsSet claims) throws JOSEException {
        return serialized(
                JWSAlgorithm.HS256,
                key.getKeyID(),
                claims,
                new MACSigner(key.toRSAPublicKey().getEncoded()));
    }

    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    private static String serialized(JWSAlgorithm algorithm, String keyId, JWTClaimsSet claims, JWSSigner signer)
            throws JOSEException {
        var jwt = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .keyID(keyId)
                        .type(com.nimbusds.jose.JOSEObjectType.JWT)
                        .build(),
                claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    @Override
    public void close() {
        stop();
    }
}
