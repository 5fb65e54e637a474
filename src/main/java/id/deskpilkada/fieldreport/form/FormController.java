package id.deskpilkada.fieldreport.form;

import id.deskpilkada.election.Elections;
import id.deskpilkada.platform.Actor;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Permission;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.web.Revalidation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** All forms that the caller may have to fill in during a round, for a program that draws them itself and keeps them while it has no network. */
@RestController
class FormController {

    private final Elections elections;
    private final FormsToFill forms;
    private final Messages messages;
    private final Revalidation revalidation;

    FormController(Elections elections, FormsToFill forms, Messages messages, Revalidation revalidation) {
        this.elections = elections;
        this.forms = forms;
        this.messages = messages;
        this.revalidation = revalidation;
    }

    record Forms(String election, String round, String language, List<FormView> forms) {}

    @GetMapping("/api/field/forms")
    ResponseEntity<Forms> forms(
            @RequestParam(required = false) @Nullable String election,
            @RequestParam(required = false) @Nullable String round,
            Actor actor,
            WebRequest request) {
        if (!actor.may(Permission.REPORT) && !actor.may(Permission.REPORT_INCIDENTS)) {
            throw Problem.forbidden("FORBIDDEN");
        }
        var about = elections.round(election, round);
        var drawn = forms.of(about, actor).stream()
                .map(form -> FormView.of(form, messages))
                .toList();
        var answer =
                new Forms(about.electionCode(), about.code(), Messages.locale().getLanguage(), drawn);
        return revalidation.answer(request, answer);
    }
}
