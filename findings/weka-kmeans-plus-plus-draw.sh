#!/usr/bin/env bash
# Weka 3.8.7 (weka-stable): the k-means++ of SimpleKMeans draws the next centre in proportion to the distance, not to its square.
#
# Data: the numbers 0, 1, 2; two clusters; 20,000 seeds; counted is how often the first centres are 0 and 2.
# By the square (Arthur and Vassilvitskii 2007) an end is drawn first in 2 of 3 cases and the other end then in 4 of 5: 8/15 = 0.533.
# By the distance itself the other end is then drawn in 2 of 3:                                                        4/9  = 0.444.
# Expected: 0.533 (standard error of 20,000 draws: 0.0035)
# Seen:     0.444
set -euo pipefail
work=$(mktemp -d) && trap 'rm -rf "$work"' EXIT && cd "$work"
cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>nz.ac.waikato.cms.weka</groupId><artifactId>weka-stable</artifactId><version>3.8.7</version></dependency>
  </dependencies>
</project>
POM
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath -Dmdep.outputFile=classpath > /dev/null
cat > Finding.java <<'JAVA'
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import weka.clusterers.SimpleKMeans;
import weka.core.*;

class Finding {
    public static void main(String[] args) throws Exception {
        Instances data = new Instances("numbers", new ArrayList<>(List.of(new Attribute("x"))), 3);
        for (double x : new double[] {0, 1, 2}) {
            data.add(new DenseInstance(1, new double[] {x}));
        }
        int seeds = 20_000;
        int ends = 0;
        for (int seed = 0; seed < seeds; seed++) {
            SimpleKMeans kMeans = new SimpleKMeans();
            kMeans.setNumClusters(2);
            kMeans.setSeed(seed);
            kMeans.setInitializationMethod(new SelectedTag(SimpleKMeans.KMEANS_PLUS_PLUS, SimpleKMeans.TAGS_SELECTION));
            kMeans.buildClusterer(data);
            String starts = kMeans.toString(); // the only place that tells the first centres
            ends += starts.contains("Cluster 0: 0\nCluster 1: 2") || starts.contains("Cluster 0: 2\nCluster 1: 0") ? 1 : 0;
        }
        System.out.println(String.format(Locale.ROOT, "%.3f", (double) ends / seeds));
    }
}
JAVA
seen=$("${JAVA_HOME:+$JAVA_HOME/bin/}java" -Dcom.github.fommil.netlib.ARPACK=com.github.fommil.netlib.F2jARPACK -cp "$(cat classpath)" Finding.java)
echo "by the square: 0.533   Weka: $seen"
[[ $seen > 0.425 && $seen < 0.465 ]]
