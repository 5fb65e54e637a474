package id.deskpilkada;

import id.deskpilkada.platform.CurrentActor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Every commit of a transaction leaves its entry in the trail; a statement outside of one would get past that. So no test may see a signed-in request write outside a transaction,
 * whatever feature it belongs to. Left out are what is chained in itself (reports) and the book-keeping of sessions.
 */
class UnauditedWrites implements BeanPostProcessor {

    private static final Pattern WRITE = Pattern.compile(
            "\\b(?:insert\\s+into|update|delete\\s+from)\\s+(?:desk\\.)?(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEFT_OUT = Pattern.compile("field_report|photo_link|staff_session");

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource dataSource && name.equals("dataSource") ? new Watched(dataSource) : bean;
    }

    private static final class Watched extends DelegatingDataSource {

        Watched(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> call(connection, method, arguments));
        }

        private static Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
            if (method.getName().equals("prepareStatement")
                    && connection.getAutoCommit()
                    && RequestContextHolder.getRequestAttributes() != null
                    && CurrentActor.get().isPresent()) {
                refuse((String) arguments[0]);
            }
            if (method.getName().equals("prepareStatement")) {
                Statements.count();
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }

        private static void refuse(String sql) {
            var write = WRITE.matcher(sql);
            if (write.find() && !LEFT_OUT.matcher(write.group(1)).matches()) {
                throw new IllegalStateException("a change outside a transaction leaves no entry in the trail: " + sql);
            }
        }
    }
}
