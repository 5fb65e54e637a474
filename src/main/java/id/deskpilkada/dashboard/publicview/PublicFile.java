package id.deskpilkada.dashboard.publicview;

import java.time.Instant;

/**
 * One file of the public view, just as it is handed out.
 *
 * @param path below {@code /public/}, e.g. {@code index.html}, {@code tally/BUPATI.json}
 * @param etag quoted and weak, for it names the contents and not their compression
 * @param gzip the contents compressed
 * @param plain the contents
 */
public record PublicFile(String path, String contentType, String etag, byte[] gzip, byte[] plain, Instant changedAt) {

    boolean isPage() {
        return contentType.startsWith("text/html");
    }
}
