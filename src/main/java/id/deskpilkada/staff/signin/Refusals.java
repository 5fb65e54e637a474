package id.deskpilkada.staff.signin;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.web.ProblemAnswers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Tells a program, as a problem answer, that it is not signed in or not allowed to. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemAnswers answers;
    private final LocaleResolver locales;
    private final ObjectMapper json;

    Refusals(ProblemAnswers answers, LocaleResolver locales, ObjectMapper json) {
        this.answers = answers;
        this.locales = locales;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        var refusal = SignInFilter.refusal(request);
        var problem = refusal == null ? Problem.of(HttpStatus.UNAUTHORIZED, "SIGN_IN_REQUIRED") : refusal;
        if (problem.status() == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge(request));
        }
        write(problem, request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        write(Problem.forbidden(e instanceof CsrfException ? "CSRF_TOKEN_WRONG" : "FORBIDDEN"), request, response);
    }

    /** Basic is named to those only who tried it: otherwise browsers would open a dialogue of their own on our pages. */
    private static String challenge(HttpServletRequest request) {
        var scheme = scheme(request.getHeader(HttpHeaders.AUTHORIZATION));
        return scheme.equals("basic") ? "Basic realm=\"desk-pilkada\", charset=\"UTF-8\"" : "Bearer";
    }

    private static String scheme(@Nullable String authorization) {
        return authorization == null ? "" : authorization.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    }

    private void write(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LocaleContextHolder.setLocale(locales.resolveLocale(request));
        var answer = answers.answer(problem.status(), problem.code(), problem.arguments(), List.of());
        response.setStatus(problem.status().value());
        answer.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        json.writeValue(response.getOutputStream(), answer.getBody());
    }
}
