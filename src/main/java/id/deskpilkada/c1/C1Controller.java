package id.deskpilkada.c1;

import com.fasterxml.jackson.databind.JsonNode;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Problem;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Form C1 over HTTP: reading it, typing it again from the photo, rejecting a photo, deciding. */
@RestController
@RequestMapping("/api/c1/{race}/{tps}")
class C1Controller {

    private final C1Reading reading;
    private final C1Verification verification;
    private final C1Adjudication adjudication;

    C1Controller(C1Reading reading, C1Verification verification, C1Adjudication adjudication) {
        this.reading = reading;
        this.verification = verification;
        this.adjudication = adjudication;
    }

    record Rekeying(@Nullable JsonNode data) {}

    record RekeyingAnswer(C1Verification.Outcome outcome) {}

    record PhotoRejection(@Nullable String reason) {}

    record Decision(@Nullable JsonNode data, @Nullable String reason) {}

    record StateAnswer(C1State state) {}

    @GetMapping
    C1View form(
            @PathVariable String race,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor) {
        return reading.view(reading.about(election, round, race, tps), actor);
    }

    /** 201 with the outcome; 409 when this version was typed again already; 403 {@code SAME_PERSON}. */
    @PostMapping("/rekeyings")
    @ResponseStatus(HttpStatus.CREATED)
    RekeyingAnswer rekey(
            @PathVariable String race,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestBody Rekeying rekeying,
            Actor actor) {
        var data = rekeying.data() == null
                ? com.fasterxml.jackson.databind.node.MissingNode.getInstance()
                : rekeying.data();
        return new RekeyingAnswer(verification.rekey(reading.about(election, round, race, tps), data, actor));
    }

    @PostMapping("/photo-rejections")
    @ResponseStatus(HttpStatus.CREATED)
    PhotoRejection rejectPhoto(
            @PathVariable String race,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestBody PhotoRejection rejection,
            Actor actor) {
        var fault = Arrays.stream(C1Verification.PhotoFault.values())
                .filter(value -> value.name().equals(rejection.reason()))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable(
                        "MALFORMED", List.of(FieldProblem.field("reason", rejection.reason(), "UNKNOWN_VALUE"))));
        verification.rejectPhoto(reading.about(election, round, race, tps), fault, actor);
        return rejection;
    }

    @PostMapping("/decisions")
    @ResponseStatus(HttpStatus.CREATED)
    StateAnswer decide(
            @PathVariable String race,
            @PathVariable String tps,
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            @RequestBody Decision decision,
            Actor actor) {
        return new StateAnswer(adjudication.decide(
                reading.about(election, round, race, tps), decision.data(), decision.reason(), actor));
    }
}
