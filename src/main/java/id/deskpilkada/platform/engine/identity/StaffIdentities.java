package id.deskpilkada.platform.engine.identity;

import id.deskpilkada.platform.PeopleDirectory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the staff list the engine's only source of users and groups. Nothing can be written through it: this is also what keeps the webapps' set-up from creating an administrator. */
@Component
class StaffIdentities extends AbstractProcessEnginePlugin implements SessionFactory {

    private final ObjectProvider<PeopleDirectory> people;

    StaffIdentities(ObjectProvider<PeopleDirectory> people) {
        this.people = people;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setIdentityProviderSessionFactory(this);
    }

    @Override
    public Class<?> getSessionType() {
        return ReadOnlyIdentityProvider.class;
    }

    @Override
    public Session openSession() {
        return new StaffIdentityProvider(people.getObject());
    }
}
