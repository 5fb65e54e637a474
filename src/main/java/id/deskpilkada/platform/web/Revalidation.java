package id.deskpilkada.platform.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** Answers that a program keeps and asks about again: sent only when they have changed, the same on every node. */
@Component
public class Revalidation {

    private final ObjectMapper json;

    Revalidation(ObjectMapper json) {
        this.json = json;
    }

    /** The answer with an {@code ETag}, or 304 when the caller has it. */
    public <T> ResponseEntity<T> answer(WebRequest request, T answer) {
        return answer(request, answer, answer);
    }

    /** @param told what the {@code ETag} is made of: the answer without what differs each time */
    public <T> ResponseEntity<T> answer(WebRequest request, T answer, Object told) {
        // Weak, so that the answer is compressed on its way: over a slow line that is seconds.
        var etag = "W/\"" + digest(told) + '"';
        if (request.checkNotModified(etag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        return ResponseEntity.ok()
                .eTag(etag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .body(answer);
    }

    private String digest(Object told) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(told)));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
