package id.deskpilkada.platform.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.webapp.impl.security.filter.headersec.HttpHeaderSecurityFilter;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterConfig;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;

class OwnNonceTests {

    private final MockServletContext shared = new MockServletContext();
    private final OwnNonce filter = new OwnNonce();
    private final HttpHeaderSecurityFilter webapps = new HttpHeaderSecurityFilter();

    OwnNonceTests() {
        webapps.init(new MockFilterConfig(shared));
    }

    @Test
    void aPageKeepsItsNonceWhileAnotherIsAskedFor() throws Exception {
        var pages = new ArrayList<String>();

        var policy = asked("/camunda/app/tasklist/default/", (request, response) -> {
            answered("/camunda/api/engine/engine/default/task", pages);
            pages.add(nonce(request));
        });

        assertThat(pages).hasSize(2).doesNotHaveDuplicates();
        assertThat(policy).contains("'nonce-" + pages.get(1) + "'");
    }

    @Test
    void whatElseTheContextHoldsStaysShared() throws Exception {
        shared.setAttribute("a", "1");

        asked("/camunda/app/tasklist/default/", (request, response) -> {
            assertThat(request.getServletContext().getAttribute("a")).isEqualTo("1");
            request.getServletContext().setAttribute("b", "2");
        });

        assertThat(shared.getAttribute("b")).isEqualTo("2");
    }

    private void answered(String path, List<String> pages) {
        try {
            asked(path, (request, response) -> pages.add(nonce(request)));
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private static String nonce(jakarta.servlet.ServletRequest request) {
        return (String) Objects.requireNonNull(
                request.getServletContext().getAttribute(ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE));
    }

    private String asked(String path, FilterChain page) throws Exception {
        var request = new MockHttpServletRequest(shared, "GET", path);
        request.setServletPath(path);
        var response = new MockHttpServletResponse();
        filter.doFilter(request, response, (held, answer) -> webapps.doFilter(held, answer, page));
        return Objects.requireNonNull(response.getHeader("Content-Security-Policy"));
    }
}
