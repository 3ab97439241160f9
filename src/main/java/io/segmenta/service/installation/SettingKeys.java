package io.segmenta.service.installation;

import io.segmenta.engine.base.UserFacingException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertiesPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Stops the start at a setting that nobody reads, before anything is opened: it is a typing mistake. */
public final class SettingKeys implements BeanFactoryPostProcessor {
    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("segmenta");

    private final Environment environment;

    public SettingKeys(Environment environment) {
        this.environment = environment;
    }

    /** @throws UserFacingException where a setting is not known, with those that are */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Set<String> known = known();
        for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
            if (source instanceof IterableConfigurationPropertySource names && !belongsToTheMachine(source)) {
                names.stream()
                        .filter(PREFIX::isAncestorOf)
                        .filter(name -> !known.contains(name.toString()))
                        .findFirst()
                        .ifPresent(name -> {
                            throw new UserFacingException("There is no setting " + name + ". Settings are: "
                                    + String.join(", ", known) + ".");
                        });
            }
        }
    }

    /** Variables and properties of the whole machine or process may be for others, for example the launcher. */
    private static boolean belongsToTheMachine(ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource
                || (source.getUnderlyingSource() instanceof PropertiesPropertySource properties
                        && properties.getName().equals("systemProperties"));
    }

    /** The components of {@link Settings} with hyphens. */
    static Set<String> known() {
        return Arrays.stream(Settings.class.getRecordComponents())
                .map(RecordComponent::getName)
                .map(name -> PREFIX + "." + name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
