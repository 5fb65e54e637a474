package id.deskpilkada.fieldreport.intake;

import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;

/** Whose work a phone of several people believes to send: it must never go out under another one's session. */
public final class BelievedSender {

    /** Key of that person; clients that only ever serve one leave it out. */
    private static final String HEADER = "X-Desk-Person";

    private BelievedSender() {}

    /** @throws Problem 412 {@code OTHER_PERSON} */
    public static void require(HttpServletRequest request, Actor actor) {
        var person = request.getHeader(HEADER);
        if (person != null && !person.equals(Long.toString(actor.id()))) {
            throw Problem.of(HttpStatus.PRECONDITION_FAILED, "OTHER_PERSON", actor.name());
        }
    }
}
