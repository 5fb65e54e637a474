package id.deskpilkada.tierreport.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** Signatures as of RFC 8032; public keys as SubjectPublicKeyInfo, private ones as PKCS#8. */
final class Ed25519 {

    static final String NAME = "Ed25519";

    private static final int ID_BYTES = 8;

    private Ed25519() {}

    static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance(NAME).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first 16 hexadecimal digits of the SHA-256 of the public key. */
    static String idOf(byte[] publicKey) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(publicKey), 0, ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] signed(byte[] privateKey, byte[] text) {
        try {
            var signature = Signature.getInstance(NAME);
            signature.initSign(KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** False also for what is no key or no signature at all. */
    static boolean isSignedBy(byte[] publicKey, byte[] text, byte[] sealed) {
        try {
            var signature = Signature.getInstance(NAME);
            signature.initVerify(KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(publicKey)));
            signature.update(text);
            return signature.verify(sealed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
