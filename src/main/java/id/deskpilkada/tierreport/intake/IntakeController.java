package id.deskpilkada.tierreport.intake;

import id.deskpilkada.platform.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where installations one tier below hand their reports over. They are not signed in; a token that was given out for them lets them in. */
@RestController
@Tag(name = "tier-reports")
class IntakeController {

    private static final int LARGEST = 5 * 1024 * 1024;

    private final TierIntake intake;

    IntakeController(TierIntake intake) {
        this.intake = intake;
    }

    @Operation(
            summary =
                    "Take a sealed report {code, snapshot, statement, signature, keyId} of an installation one tier below; its token in X-Desk-Token. The same again gives the same receipt")
    @PostMapping("/api/tier-reports/intake")
    ResponseEntity<Receipt> take(HttpServletRequest request) throws IOException {
        var token = request.getHeader("X-Desk-Token");
        var sender = intake.sender(token);
        if (request.getContentLengthLong() > LARGEST) {
            throw intake.tooLarge(sender, "5 MB");
        }
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw intake.tooLarge(sender, "5 MB");
        }
        var receipt = intake.take(token, text(body));
        return ResponseEntity.status(receipt.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(receipt);
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.unprocessable("INTAKE_MALFORMED", "UTF-8");
        }
    }
}
