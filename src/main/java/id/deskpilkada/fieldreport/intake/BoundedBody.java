package id.deskpilkada.fieldreport.intake;

import id.deskpilkada.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Reads a request as far as it may go: what announces itself as too large is not read at all. */
public final class BoundedBody {

    private BoundedBody() {}

    /**
     * @param code of the refusal
     * @throws Problem 413 with the code
     */
    public static byte[] read(HttpServletRequest request, int mostBytes, String code) throws IOException {
        if (request.getContentLengthLong() > mostBytes) {
            throw tooLarge(code, mostBytes);
        }
        var body = request.getInputStream().readNBytes(mostBytes + 1);
        if (body.length > mostBytes) {
            throw tooLarge(code, mostBytes);
        }
        return body;
    }

    private static Problem tooLarge(String code, int mostBytes) {
        return Problem.of(HttpStatus.PAYLOAD_TOO_LARGE, code, mostBytes / 1024);
    }
}
