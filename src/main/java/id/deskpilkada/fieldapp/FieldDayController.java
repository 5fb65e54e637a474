package id.deskpilkada.fieldapp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.web.Revalidation;
import id.deskpilkada.sms.SmsReceiver;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** A person's day, for a program that works on without network. */
@RestController
class FieldDayController {

    private final FieldDayReading reading;
    private final SmsReceiver sms;
    private final Revalidation revalidation;
    private final ObjectMapper json;

    FieldDayController(FieldDayReading reading, SmsReceiver sms, Revalidation revalidation, ObjectMapper json) {
        this.reading = reading;
        this.sms = sms;
        this.revalidation = revalidation;
        this.json = json;
    }

    @Operation(
            summary =
                    "The caller's own polling stations, open reports, tasks and emergency numbers, to be kept for a day without network")
    @GetMapping("/api/field/day")
    ResponseEntity<FieldDay> day(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor,
            WebRequest request) {
        if (!actor.may(Permission.REPORT) && !actor.may(Permission.REPORT_INCIDENTS)) {
            throw Problem.forbidden("FORBIDDEN");
        }
        var day = reading.of(election, round, sms.number().orElse(null), actor);
        ObjectNode told = json.valueToTree(day);
        told.remove("serverTime");
        return revalidation.answer(request, day, told);
    }
}
