package id.deskpilkada.dashboard;

import id.deskpilkada.platform.Messages;
import id.deskpilkada.platform.Problem;
import id.deskpilkada.platform.web.Surface;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** A refusal on a page is answered with a page; everything else gets the problem answer of the HTTP interface. */
@Component
class PageProblems implements HandlerExceptionResolver, Ordered {

    private static final Logger log = LoggerFactory.getLogger(PageProblems.class);

    private final Messages messages;
    private final PageFrames frames;

    PageProblems(Messages messages, PageFrames frames) {
        this.messages = messages;
        this.frames = frames;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (response.isCommitted() || !isAboutAPage(request, handler)) {
            return null;
        }
        if (failure instanceof Problem problem) {
            return page(request, problem.status(), problem.code(), problem.arguments());
        }
        if (failure instanceof AccessDeniedException) {
            return page(request, HttpStatus.FORBIDDEN, "FORBIDDEN", List.of());
        }
        if (failure instanceof org.springframework.web.ErrorResponse known) {
            var status = HttpStatus.valueOf(known.getStatusCode().value());
            return page(request, status, status.name(), List.of());
        }
        if (failure instanceof TypeMismatchException
                || failure instanceof MultipartException
                || failure instanceof RequestRejectedException) {
            return page(request, HttpStatus.BAD_REQUEST, "BAD_REQUEST", List.of());
        }
        if (failure instanceof CannotCreateTransactionException || failure instanceof TransientDataAccessException) {
            log.warn("The database did not answer: {}", failure.getMessage());
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            return page(request, HttpStatus.SERVICE_UNAVAILABLE, "TRY_AGAIN", List.of());
        }
        log.error("Unexpected failure", failure);
        return page(request, HttpStatus.INTERNAL_SERVER_ERROR, "UNEXPECTED", List.of());
    }

    private static boolean isAboutAPage(HttpServletRequest request, @Nullable Object handler) {
        return handler instanceof HandlerMethod method ? answersWithAPage(method) : Surface.wantsPage(request);
    }

    private static boolean answersWithAPage(HandlerMethod method) {
        return !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class)
                && !method.hasMethodAnnotation(ResponseBody.class)
                && !HttpEntity.class.isAssignableFrom(method.getReturnType().getParameterType());
    }

    private ModelAndView page(HttpServletRequest request, HttpStatus status, String code, List<Object> arguments) {
        var page = new ModelAndView("error", status);
        page.addObject("status", status.value());
        page.addObject("problemCode", code);
        page.addObject("problemText", messages.problem(code, arguments));
        page.addObject("frame", frames.frame(request, false));
        return page;
    }
}
