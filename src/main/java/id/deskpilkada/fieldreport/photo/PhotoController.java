package id.deskpilkada.fieldreport.photo;

import id.deskpilkada.fieldreport.intake.BelievedSender;
import id.deskpilkada.fieldreport.intake.BoundedBody;
import id.deskpilkada.fieldreport.intake.SendingRate;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.audit.Audit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Photos over HTTP: the original goes in, the cleaned copy comes out. */
@RestController
class PhotoController {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final PhotoWork work;
    private final PhotoAlbum album;
    private final SendingRate rate;
    private final Audit audit;

    PhotoController(PhotoWork work, PhotoAlbum album, SendingRate rate, Audit audit) {
        this.work = work;
        this.album = album;
        this.rate = rate;
        this.audit = audit;
    }

    @PutMapping(
            path = "/api/photos/{sha256}",
            consumes = {
                MediaType.IMAGE_JPEG_VALUE,
                MediaType.IMAGE_PNG_VALUE,
                "image/webp",
                MediaType.APPLICATION_OCTET_STREAM_VALUE
            })
    ResponseEntity<StoredPhoto> put(
            @PathVariable String sha256, Actor actor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        BelievedSender.require(request, actor);
        rate.count(actor, response);
        requireHash(sha256);
        var original = BoundedBody.read(request, PhotoWork.MOST_BYTES, "PHOTO_TOO_LARGE");
        if (!PhotoWork.sha256(original).equals(sha256)) {
            throw Problem.unprocessable("PHOTO_HASH_DIFFERS");
        }
        var created = work.take(sha256, original, actor);
        return ResponseEntity.status(created ? HttpStatus.CREATED : HttpStatus.OK)
                .body(new StoredPhoto(sha256));
    }

    /** Whether the caller may still see it is asked each time; only the bytes are spared. */
    @GetMapping("/api/photos/{sha256}")
    ResponseEntity<byte[]> get(@PathVariable String sha256, Actor actor, HttpServletRequest request) {
        requireHash(sha256);
        if (!album.shows(sha256, actor)) {
            throw Problem.notFound("PHOTO_NOT_FOUND");
        }
        audit.record("photo.viewed", "photo/" + sha256, null, Map.of());
        var tag = '"' + sha256 + '"';
        var known = tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH));
        var answer = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("X-Content-Type-Options", "nosniff");
        if (known) {
            return answer.build();
        }
        return answer.contentType(MediaType.IMAGE_JPEG)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + sha256.substring(0, 12) + ".jpg\"")
                .body(album.cleaned(sha256, actor));
    }

    static void requireHash(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw Problem.unprocessable("MALFORMED", List.of(FieldProblem.field("sha256", sha256, "NOT_A_HASH")));
        }
    }

    record StoredPhoto(String sha256) {}
}
