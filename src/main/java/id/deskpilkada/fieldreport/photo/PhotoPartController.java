package id.deskpilkada.fieldreport.photo;

import id.deskpilkada.fieldreport.intake.BelievedSender;
import id.deskpilkada.fieldreport.intake.SendingRate;
import id.deskpilkada.fieldreport.photo.PhotoParts.Upload;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** A photo in parts, for lines that break: headers and answers as the IETF's draft on resumable uploads has them, with the photo's hash in place of an address that the server makes up. */
@RestController
class PhotoPartController {

    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";
    private static final String COMPLETE = "Upload-Complete";
    private static final int READ_AT_ONCE = 8 * 1024;

    private final PhotoParts parts;
    private final PhotoWork work;
    private final PhotoAlbum album;
    private final SendingRate rate;

    PhotoPartController(PhotoParts parts, PhotoWork work, PhotoAlbum album, SendingRate rate) {
        this.parts = parts;
        this.work = work;
        this.album = album;
        this.rate = rate;
    }

    /** How much of the photo is here, of what the caller sent; of a photo that is whole only whoever may see it is told. */
    @RequestMapping(path = "/api/photos/{sha256}", method = RequestMethod.HEAD)
    ResponseEntity<Void> head(@PathVariable String sha256, Actor actor) {
        PhotoController.requireHash(sha256);
        var begun = parts.of(sha256, actor);
        if (begun.isPresent()) {
            return stands(HttpStatus.NO_CONTENT, begun.get(), false).build();
        }
        if (!album.shows(sha256, actor)) {
            throw Problem.notFound("PHOTO_NOT_FOUND");
        }
        var bytes = album.size(sha256);
        if (bytes == 0) {
            throw Problem.of(HttpStatus.GONE, "PHOTO_ERASED");
        }
        return stands(HttpStatus.OK, new Upload(bytes, bytes), true)
                .eTag('"' + sha256 + '"')
                .build();
    }

    @PatchMapping(path = "/api/photos/{sha256}", consumes = "application/partial-upload")
    ResponseEntity<?> append(
            @PathVariable String sha256, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        BelievedSender.require(request, actor);
        rate.count(actor, response);
        PhotoController.requireHash(sha256);
        var expected = new Upload(length(request), number(request, OFFSET));
        if (parts.of(sha256, actor).isEmpty() && album.shows(sha256, actor)) {
            return whole(sha256, expected.length(), false);
        }
        var part = expected.received() > expected.length() ? new byte[0] : part(request, expected);
        var before = parts.append(sha256, actor, expected, part);
        if (before.length() != expected.length()) {
            throw Problem.unprocessable("UPLOAD_LENGTH_DIFFERS", before.length());
        }
        if (before.received() != expected.received()) {
            throw continuesAt(before.received(), response);
        }
        var here = new Upload(before.length(), before.received() + part.length);
        return here.isWhole()
                ? finish(sha256, actor, here, response)
                : stands(HttpStatus.NO_CONTENT, here, false).build();
    }

    private ResponseEntity<?> finish(String sha256, Actor actor, Upload here, HttpServletResponse response) {
        var original = parts.together(sha256, actor);
        if (original.length == 0) {
            // Another sender of the same person has just finished it, or was refused.
            if (album.shows(sha256, actor)) {
                return whole(sha256, here.length(), false);
            }
            throw continuesAt(0, response);
        }
        try {
            if (!PhotoWork.sha256(original).equals(sha256)) {
                throw Problem.unprocessable("PHOTO_HASH_DIFFERS");
            }
            var created = work.take(sha256, original, actor);
            parts.forget(sha256, actor);
            return whole(sha256, here.length(), created);
        } catch (Problem refused) {
            if (refused.status() == HttpStatus.UNPROCESSABLE_ENTITY) {
                parts.forget(sha256, actor);
            }
            throw refused;
        }
    }

    private static ResponseEntity<?> whole(String sha256, int length, boolean created) {
        return stands(created ? HttpStatus.CREATED : HttpStatus.OK, new Upload(length, length), true)
                .body(new PhotoController.StoredPhoto(sha256));
    }

    private static ResponseEntity.BodyBuilder stands(HttpStatus status, Upload here, boolean complete) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .header(OFFSET, Integer.toString(here.received()))
                .header(LENGTH, Integer.toString(here.length()))
                .header(COMPLETE, complete ? "?1" : "?0");
    }

    private static Problem continuesAt(int received, HttpServletResponse response) {
        response.setHeader(OFFSET, Integer.toString(received));
        response.setHeader(COMPLETE, "?0");
        return Problem.conflict("UPLOAD_OFFSET_DIFFERS", received);
    }

    private static int length(HttpServletRequest request) {
        var length = number(request, LENGTH);
        if (length > PhotoWork.MOST_BYTES) {
            throw Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, "PHOTO_TOO_LARGE", PhotoWork.MOST_BYTES / 1024);
        }
        if (length == 0) {
            throw Problem.unprocessable("NOT_AN_IMAGE");
        }
        return length;
    }

    private static int number(HttpServletRequest request, String header) {
        var told = Optional.ofNullable(request.getHeader(header)).orElse("");
        if (!told.matches("[0-9]{1,9}")) {
            throw Problem.unprocessable("MALFORMED", List.of(FieldProblem.field(header, told, "MALFORMED_VALUE")));
        }
        return Integer.parseInt(told);
    }

    /** A line that breaks leaves what has come until then. */
    private static byte[] part(HttpServletRequest request, Upload expected) {
        var most = expected.length() - expected.received();
        var part = new ByteArrayOutputStream(READ_AT_ONCE);
        try {
            var body = request.getInputStream();
            var some = new byte[READ_AT_ONCE];
            for (int read = body.read(some); read >= 0 && part.size() <= most; read = body.read(some)) {
                part.write(some, 0, read);
            }
        } catch (IOException broken) {
            return part.size() <= most ? part.toByteArray() : new byte[0];
        }
        if (part.size() > most) {
            throw Problem.unprocessable("UPLOAD_LENGTH_DIFFERS", expected.length());
        }
        return part.toByteArray();
    }
}
