package id.deskpilkada.platform.web;

import id.deskpilkada.platform.FieldProblem;
import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every refusal of the HTTP interface as an RFC 9457 problem with a code, a text in the caller's language, and each single error. */
@RestControllerAdvice
public class ProblemAnswers extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemAnswers.class);

    private final Messages messages;

    ProblemAnswers(Messages messages) {
        this.messages = messages;
    }

    @ExceptionHandler(Problem.class)
    ResponseEntity<Object> refused(Problem problem) {
        return answer(problem.status(), problem.code(), problem.arguments(), problem.errors());
    }

    @ExceptionHandler(AccessDeniedException.class)
    ResponseEntity<Object> denied(AccessDeniedException e) {
        return answer(HttpStatus.FORBIDDEN, "FORBIDDEN", List.of(), List.of());
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Object> wrongParameter(MethodArgumentTypeMismatchException e) {
        var problem = FieldProblem.field(e.getName(), String.valueOf(e.getValue()), "MALFORMED_VALUE");
        return answer(HttpStatus.UNPROCESSABLE_ENTITY, "MALFORMED", List.of(1), List.of(problem));
    }

    @ExceptionHandler({RequestRejectedException.class, MultipartException.class})
    ResponseEntity<Object> unreadable(Exception e) {
        return answer(HttpStatus.BAD_REQUEST, "BAD_REQUEST", List.of(), List.of());
    }

    @ExceptionHandler({CannotCreateTransactionException.class, TransientDataAccessException.class})
    ResponseEntity<Object> databaseAway(Exception e) {
        log.warn("The database did not answer: {}", e.getMessage());
        return answer(HttpStatus.SERVICE_UNAVAILABLE, "TRY_AGAIN", List.of(), List.of());
    }

    /** The engine was changing the same case just then; asked again, it works. */
    @ExceptionHandler(OptimisticLockingException.class)
    ResponseEntity<Object> overtaken(OptimisticLockingException e) {
        log.info("A request was overtaken: {}", e.getMessage());
        return answer(HttpStatus.SERVICE_UNAVAILABLE, "TRY_AGAIN", List.of(), List.of());
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Object> unexpected(Exception e) throws Exception {
        if (e.getClass().getName().endsWith("ClientAbortException")
                || e.getClass().getSimpleName().startsWith("AsyncRequestNotUsable")) {
            throw e;
        }
        log.error("Unexpected failure", e);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, "UNEXPECTED", List.of(), List.of());
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(HttpStatus.UNPROCESSABLE_ENTITY, "MALFORMED_JSON", List.of(), List.of());
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return answer(HttpStatus.PAYLOAD_TOO_LARGE, "TOO_LARGE_REQUEST", List.of(), List.of());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var known = HttpStatus.resolve(status.value());
        return answer(status, known == null ? "REFUSED" : known.name(), List.of(), List.of());
    }

    /** The problem answer for a code, for filters that stand before the controllers. */
    public ResponseEntity<Object> answer(
            HttpStatusCode status, String code, List<Object> arguments, List<FieldProblem> errors) {
        var detail = ProblemDetail.forStatusAndDetail(status, messages.problem(code, arguments));
        detail.setProperty("code", code);
        if (!errors.isEmpty()) {
            detail.setProperty("errors", errors.stream().map(this::error).toList());
        }
        var response = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status.value() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.header(HttpHeaders.RETRY_AFTER, "5");
        } else if (status.value() == HttpStatus.TOO_MANY_REQUESTS.value()) {
            response.header(HttpHeaders.RETRY_AFTER, "60");
        }
        return response.body(detail);
    }

    private Map<String, Object> error(FieldProblem problem) {
        var error = new LinkedHashMap<String, Object>();
        put(error, "field", problem.field());
        put(error, "row", problem.row());
        put(error, "column", problem.column());
        put(error, "value", problem.value());
        error.put("code", problem.code());
        error.put("message", messages.problem(problem));
        return error;
    }

    private static void put(Map<String, Object> error, String key, @Nullable Object value) {
        if (value != null) {
            error.put(key, value);
        }
    }
}
