package id.deskpilkada.platform.engine.surface;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SecureCookiesTests {

    private static final String COOKIE = "XSRF-TOKEN=1; Path=/camunda";

    @Test
    void aCookieOfTheWebappsIsSecureByHttpsAndOnlyOnce() throws Exception {
        assertThat(cookie("/camunda/app/tasklist/", true, COOKIE)).isEqualTo(COOKIE + "; Secure");
        assertThat(cookie("/camunda/app/tasklist/", true, COOKIE + "; Secure; HttpOnly"))
                .isEqualTo(COOKIE + "; Secure; HttpOnly");
    }

    @Test
    void byHttpItIsLeftAlone() throws Exception {
        assertThat(cookie("/camunda/app/tasklist/", false, COOKIE)).isEqualTo(COOKIE);
    }

    private static String cookie(String path, boolean https, String cookie) throws Exception {
        var request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        request.setSecure(https);
        var response = new MockHttpServletResponse();
        var chain = new MockFilterChain() {
            @Override
            public void doFilter(jakarta.servlet.ServletRequest asked, jakarta.servlet.ServletResponse answer) {
                ((HttpServletResponse) answer).addHeader("Set-Cookie", cookie);
            }
        };
        new SecureCookies().doFilter(request, response, chain);
        return response.getHeader("Set-Cookie");
    }
}
