package id.deskpilkada.platform.web.guard;

import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.web.ProblemAnswers;
import id.deskpilkada.platform.web.Surface;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Answers what was refused or failed before a controller was reached: a page for people, a problem for programs, never the words of an exception. */
@Controller
@Hidden
class ErrorAnswers implements ErrorController {

    private static final String PROBLEM = ErrorAnswers.class.getName() + ".problem";

    private final ProblemAnswers answers;
    private final Messages messages;

    ErrorAnswers(ProblemAnswers answers, Messages messages) {
        this.answers = answers;
        this.messages = messages;
    }

    /** Refuses a request from within a filter. */
    static void refuse(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        request.setAttribute(PROBLEM, problem);
        response.sendError(problem.status().value());
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        var problem = problem(request);
        return Surface.wantsPage(request) ? page(problem) : answer(problem);
    }

    private static Problem problem(HttpServletRequest request) {
        if (request.getAttribute(PROBLEM) instanceof Problem known) {
            return known;
        }
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        if (status == null || !status.isError()) {
            return Problem.of(HttpStatus.BAD_REQUEST, "REFUSED");
        }
        return Problem.of(status, Codes.of(status));
    }

    private ModelAndView page(Problem problem) {
        var page = new ModelAndView("error", problem.status());
        page.addObject("status", problem.status().value());
        page.addObject("problemCode", problem.code());
        page.addObject("problemText", messages.problem(problem.code(), problem.arguments()));
        return page;
    }

    private ResponseEntity<Object> answer(Problem problem) {
        return answers.answer(problem.status(), problem.code(), problem.arguments(), List.of());
    }
}
