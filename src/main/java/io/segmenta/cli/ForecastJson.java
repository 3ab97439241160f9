package io.segmenta.cli;

import io.segmenta.engine.budget.BudgetPlan;
import io.segmenta.engine.budget.RoiInterval;
import io.segmenta.engine.forecast.ForecastReport;
import io.segmenta.engine.forecast.backtest.Backtest;
import io.segmenta.engine.forecast.backtest.ChurnContest;
import io.segmenta.engine.forecast.backtest.ChurnError;
import io.segmenta.engine.forecast.backtest.OrderContest;
import io.segmenta.engine.forecast.backtest.PurchaseChoice;
import io.segmenta.engine.forecast.backtest.PurchaseError;
import io.segmenta.engine.forecast.backtest.RevenueCoverage;
import io.segmenta.engine.forecast.backtest.RevenueError;
import io.segmenta.engine.forecast.backtest.Spread;
import io.segmenta.engine.forecast.backtest.SumTest;
import io.segmenta.engine.forecast.churn.ChurnModel;
import io.segmenta.engine.forecast.history.Interval;
import io.segmenta.engine.forecast.model.BgNbd;
import io.segmenta.engine.forecast.model.BgNbdFit;
import io.segmenta.engine.forecast.model.FitStatus;
import io.segmenta.engine.forecast.model.GammaGamma;
import io.segmenta.engine.forecast.model.GammaGammaFit;
import io.segmenta.engine.forecast.model.PurchaseFit;
import io.segmenta.engine.pipeline.ForecastDigest;
import io.segmenta.engine.pipeline.OverdueReport;
import io.segmenta.service.plan.Proposal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The part value of run.json. What could not be fitted or tested is null. */
record ForecastJson(
        int horizonDays,
        @Nullable ChurnModel model,
        @Nullable PurchaseModelPart purchaseModel,
        BgNbdPart bgNbd,
        GammaGammaPart gammaGamma,
        @Nullable BacktestPart backtest,
        List<OriginPart> origins,
        @Nullable CoveragePart coverage,
        @Nullable OverduePart overdue) {
    /**
     * Customers who are cooling or gone quiet.
     *
     * @param low the 90 % interval of the money at stake, to {@code high}; null where none was tested
     */
    record OverduePart(
            int customers,
            double share,
            double moneyAtStake,
            @Nullable Double low,
            @Nullable Double high) {
        static OverduePart of(OverdueReport report) {
            Interval interval = report.interval();
            return new OverduePart(
                    report.customers(),
                    report.share(),
                    report.moneyAtStake(),
                    interval == null ? null : interval.low(),
                    interval == null ? null : interval.high());
        }
    }

    /**
     * What purchases are forecast by, and the candidates.
     *
     * @param tested whether the origin of the backtest was none of those where it was chosen
     */
    record PurchaseModelPart(
            PurchaseFit.Family name,
            int k,
            Map<String, Double> parameters,
            List<LocalDate> origins,
            boolean tested,
            List<CandidatePart> candidates) {
        static @Nullable PurchaseModelPart of(ForecastReport report) {
            PurchaseChoice choice =
                    report.backtest() == null ? null : report.backtest().purchaseChoice();
            if (choice == null) {
                return null;
            }
            ForecastReport.Purchasing used = report.purchasing();
            Map<String, Double> parameters = new LinkedHashMap<>();
            if (used != null) {
                used.parameters().forEach(parameter -> parameters.put(parameter.name(), parameter.value()));
            }
            return new PurchaseModelPart(
                    choice.chosen(),
                    used == null ? 1 : used.k(),
                    parameters,
                    choice.origins(),
                    choice.tested(),
                    choice.standings().stream()
                            .map(standing -> CandidatePart.of(standing.family().name(), standing.error()))
                            .toList());
        }
    }

    /** A model at the origins where one was chosen: its mean absolute error in purchases a customer, its AUC or its rank correlation. */
    record CandidatePart(String name, double mean, double low, double high) {
        static CandidatePart of(String name, Spread spread) {
            return new CandidatePart(name, spread.mean(), spread.low(), spread.high());
        }
    }

    record BgNbdPart(
            FitStatus status,
            @Nullable Double r,
            @Nullable Double alpha,
            @Nullable Double a,
            @Nullable Double b,
            @Nullable Double logLikelihood) {
        static BgNbdPart of(BgNbdFit fit) {
            BgNbd model = fit.estimate();
            // On a flat ridge any a and b would do.
            BgNbd dropout = fit.status() == FitStatus.FITTED ? model : null;
            return new BgNbdPart(
                    fit.status(),
                    model == null ? null : model.r(),
                    model == null ? null : model.alpha(),
                    dropout == null ? null : dropout.a(),
                    dropout == null ? null : dropout.b(),
                    fit.logLikelihood());
        }
    }

    record GammaGammaPart(
            @Nullable Double p,
            @Nullable Double q,
            @Nullable Double v,
            @Nullable Double logLikelihood) {
        static GammaGammaPart of(GammaGammaFit fit) {
            GammaGamma model = fit.estimate();
            return model == null
                    ? new GammaGammaPart(null, null, null, null)
                    : new GammaGammaPart(model.p(), model.q(), model.v(), fit.logLikelihood());
        }
    }

    record ChurnPart(ChurnModel name, double auc, double brier, double logLoss) {
        static ChurnPart of(ChurnError error) {
            return new ChurnPart(error.name(), error.auc(), error.brier(), error.logLoss());
        }
    }

    record BacktestPart(
            LocalDate origin,
            int customers,
            double baseRate,
            ChurnModel winner,
            List<ChurnPart> churn,
            List<CandidatePart> churnBefore,
            List<PurchaseError> purchases,
            List<RevenueError> revenue,
            @Nullable OrderPart order) {
        static BacktestPart of(Backtest test) {
            return new BacktestPart(
                    test.origin(),
                    test.customers(),
                    test.baseRate(),
                    test.winner(),
                    test.churn().stream().map(ChurnPart::of).toList(),
                    before(test),
                    test.purchaseErrors(),
                    test.revenueErrors(),
                    OrderPart.of(test));
        }
    }

    /** What the most valuable customers are sorted by, and the rank correlation of each candidate where it was chosen. */
    record OrderPart(RevenueError.Model winner, List<LocalDate> origins, List<CandidatePart> candidates) {
        static @Nullable OrderPart of(Backtest test) {
            OrderContest order = test.order();
            return order == null
                    ? null
                    : new OrderPart(
                            test.bestRanking(),
                            order.origins(),
                            order.standings().stream()
                                    .map(standing ->
                                            CandidatePart.of(standing.model().name(), standing.spearman()))
                                    .toList());
        }
    }

    private static List<CandidatePart> before(Backtest test) {
        ChurnContest contest = test.contest();
        return contest == null
                ? List.of()
                : contest.standings().stream()
                        .map(standing -> CandidatePart.of(standing.model().name(), standing.auc()))
                        .toList();
    }

    /** A test of the revenue of all customers in the days after an origin. */
    record OriginPart(
            LocalDate origin, int days, int customers, double actual, double predicted, double low, double high) {
        static OriginPart of(SumTest test) {
            return new OriginPart(
                    test.origin(),
                    test.days(),
                    test.customers(),
                    test.actual(),
                    test.predicted(),
                    test.low(),
                    test.high());
        }
    }

    /** Of the sums of all and of each fifth of the customers, how many lay inside their interval. */
    record CoveragePart(double nominal, int inside, int cases) {
        static CoveragePart of(RevenueCoverage coverage) {
            return new CoveragePart(
                    coverage.nominal(),
                    RevenueCoverage.inside(coverage.tests()),
                    coverage.tests().size());
        }
    }

    /** @param digest null where nobody was counted */
    static ForecastJson of(ForecastReport report, @Nullable ForecastDigest digest) {
        OverdueReport overdue = digest == null ? null : digest.overdueByState();
        Backtest test = report.backtest();
        RevenueCoverage coverage = report.coverage();
        return new ForecastJson(
                report.horizonDays(),
                report.model(),
                PurchaseModelPart.of(report),
                BgNbdPart.of(report.bgNbd()),
                GammaGammaPart.of(report.gammaGamma()),
                test == null ? null : BacktestPart.of(test),
                coverage == null
                        ? List.of()
                        : coverage.wholes().stream().map(OriginPart::of).toList(),
                coverage == null ? null : CoveragePart.of(coverage),
                overdue == null ? null : OverduePart.of(overdue));
    }

    record SharePart(String persona, double share, double amount) {
        static List<SharePart> of(BudgetPlan plan) {
            return plan.allocations().stream()
                    .map(part -> new SharePart(
                            part.segment().persona().name(),
                            part.share(),
                            part.amount().amount()))
                    .toList();
        }
    }

    /** The part budget. */
    record BudgetPart(double total, double worthwhile, List<SharePart> playbook, List<SharePart> optimised) {
        static BudgetPart of(Proposal proposal) {
            return new BudgetPart(
                    proposal.playbook().total().amount(),
                    proposal.worthwhile().amount(),
                    SharePart.of(proposal.playbook()),
                    SharePart.of(proposal.optimised()));
        }
    }

    /** The part roi. */
    record RoiPart(double p10, double p50, double p90, double probabilityPositive) {
        static RoiPart of(RoiInterval interval) {
            return new RoiPart(interval.p10(), interval.p50(), interval.p90(), interval.probabilityPositive());
        }
    }
}
